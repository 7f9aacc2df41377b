package dev.millwright.bench.maintenance;

import dev.millwright.maintenance.anomaly.SignalScale;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The baseline: each signal against its own level, as the health monitor had it before: the median of its latest five
 * values, a limit at 3.5 robust deviations, and an alarm where any signal is beyond.
 */
final class SignalsAlone {
    private static final int RECENT = 5;
    private static final double LIMIT = 3.5;

    private final SignalScale[] scales;
    private final double[][] latest;
    private int seen;

    /** Learns from the first rows. */
    SignalsAlone(double[][] rows) {
        scales = IntStream.range(0, rows[0].length)
                .mapToObj(j -> SignalScale.of(
                        Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()))
                .toArray(SignalScale[]::new);
        latest = new double[scales.length][RECENT];
    }

    /** The farthest signal, as a multiple of the limit. */
    double observe(double[] row) {
        double farthest = 0;
        int filled = Math.min(++seen, RECENT);
        for (int j = 0; j < row.length; j++) {
            latest[j][seen % RECENT] = Math.abs(scales[j].score(row[j]));
            double[] sorted = latest[j].clone();
            Arrays.sort(sorted);
            farthest = Math.max(farthest, sorted[RECENT - 1 - filled / 2] / LIMIT);
        }
        return farthest;
    }
}
