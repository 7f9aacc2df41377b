package dev.millwright.maintenance.cmapss;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mean and spread of each sensor in each operating regime of the training engines. */
final class SensorScale {

    private static final double STILL = 1e-6;

    private final Map<Integer, double[][]> momentsByRegime = new HashMap<>();

    SensorScale(List<CmapssEngine> engines) {
        for (CmapssEngine engine : engines) {
            engine.rows().forEach(this::add);
        }
    }

    private void add(CmapssRow row) {
        double[][] moments = momentsByRegime.computeIfAbsent(row.regime(), r -> new double[3][CmapssRow.SENSORS]);
        for (int s = 0; s < CmapssRow.SENSORS; s++) {
            double value = row.sensor(s + 1);
            moments[0][s]++;
            double off = value - moments[1][s];
            moments[1][s] += off / moments[0][s];
            moments[2][s] += off * (value - moments[1][s]);
        }
    }

    /** An engine's sensors in standard deviations of their regime: one array a cycle; still sensors are 0. */
    double[][] scores(CmapssEngine engine) {
        return engine.rows().stream().map(this::scores).toArray(double[][]::new);
    }

    private double[] scores(CmapssRow row) {
        double[] scores = new double[CmapssRow.SENSORS];
        double[][] moments = momentsByRegime.get(row.regime());
        if (moments == null) {
            throw new IllegalArgumentException(
                    "Engine %d flies in regime %d at cycle %d, which no training engine did.\nTrain on this subset."
                            .formatted(row.unit(), row.regime(), row.cycle()));
        }
        for (int s = 0; s < scores.length; s++) {
            double deviation = Math.sqrt(moments[2][s] / moments[0][s]);
            boolean still = deviation <= STILL * Math.max(1, Math.abs(moments[1][s]));
            scores[s] = still ? 0 : (row.sensor(s + 1) - moments[1][s]) / deviation;
        }
        return scores;
    }
}
