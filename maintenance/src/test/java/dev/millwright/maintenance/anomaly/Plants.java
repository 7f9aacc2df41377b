package dev.millwright.maintenance.anomaly;

import java.util.List;
import java.util.SplittableRandom;

/** Rows of an invented machine: two causes move four signals, each with noise of its own. */
final class Plants {
    static final List<String> SIGNALS = List.of("load", "current", "temperature", "flow");

    private Plants() {}

    static double[][] rows(int count, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new double[count][];
        for (int i = 0; i < count; i++) {
            double load = random.nextGaussian();
            double water = random.nextGaussian();
            rows[i] = new double[] {
                50 + 10 * load + random.nextGaussian(),
                4 + 0.8 * load + 0.08 * random.nextGaussian(),
                60 + 3 * load - 3 * water + 0.5 * random.nextGaussian(),
                100 + 5 * water + 0.5 * random.nextGaussian()
            };
        }
        return rows;
    }

    static double[] indices(JointModel model, double[][] rows) {
        var detector = new JointDetector(model);
        var indices = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            indices[i] = detector.observe(rows[i]).index();
        }
        return indices;
    }
}
