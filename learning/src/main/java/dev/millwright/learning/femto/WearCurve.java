package dev.millwright.learning.femto;

import dev.millwright.maintenance.vibration.HealthIndicator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bearing's health indicator after each of its snapshots.
 *
 * @param health natural logarithm of the rise above its first ten minutes
 * @param life all of its snapshots, until failure
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
record WearCurve(Bearing bearing, double[] health, int life) {
    /** Ten minutes. */
    private static final int BASELINE = 60;
    /** Five minutes. */
    private static final int WINDOW = 30;

    /** The levels that are followed, each the length of the vector of both axes. */
    enum Levels {
        RMS,
        BANDS,
        /** Where the ringing of small damage is. */
        HIGH_BANDS;

        private List<String> columns() {
            return switch (this) {
                case RMS -> List.of("rms");
                case BANDS -> List.of("rms_0_1k", "rms_1_3k", "rms_3_6k", "rms_6_9k", "rms_9_12k8");
                case HIGH_BANDS -> List.of("rms_6_9k", "rms_9_12k8");
            };
        }

        private double[] of(double[] snapshot) {
            var columns = columns();
            var levels = new double[columns.size()];
            Arrays.setAll(
                    levels,
                    i -> Math.hypot(
                            snapshot[FemtoFolder.FEATURES.indexOf("h_" + columns.get(i))],
                            snapshot[FemtoFolder.FEATURES.indexOf("v_" + columns.get(i))]));
            return levels;
        }
    }

    /** Of as many snapshots as may be seen: all of a learning bearing, those before the cut of another. */
    static WearCurve of(Bearing bearing, Levels levels) {
        var indicator = new HealthIndicator(levels.columns().size(), BASELINE, WINDOW);
        var health = IntStream.range(0, bearing.cutAt())
                .mapToDouble(i -> indicator.add(levels.of(bearing.snapshots()[i])))
                .toArray();
        return new WearCurve(bearing, health, bearing.life());
    }

    /** After so many snapshots. */
    double healthAfter(int snapshots) {
        return health[snapshots - 1];
    }
}
