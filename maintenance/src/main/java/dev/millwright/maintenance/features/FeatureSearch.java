package dev.millwright.maintenance.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds what to look at in units that ran to failure: their regimes, what is usual there, and the signals that follow wear. */
public final class FeatureSearch {
    /** Signals that follow wear less than this are noise to a model. */
    private static final double FOLLOWS_WEAR = 0.1;

    private final List<UnitRun> units;
    private final List<String> signals;
    private final List<Integer> settings;
    private final double near;
    private final Regimes regimes;
    private final RegimeScale scale;

    private FeatureSearch(List<UnitRun> units, List<String> signals, List<Integer> settings, double near) {
        this.units = units;
        this.signals = signals;
        this.settings = settings;
        this.near = near;
        var rows = units.stream().flatMap(unit -> Arrays.stream(unit.rows())).toList();
        regimes = Regimes.of(
                rows.stream().map(row -> FeatureSpace.pick(row, settings)).toList());
        scale = RegimeScale.of(
                rows, signals.size(), regimes.count(), row -> regimes.of(FeatureSpace.pick(row, settings)));
    }

    /**
     * What a model of these units is to look at.
     *
     * @param settings places of the operating settings in a row; none: one regime
     * @param near from how little life left on wear shows
     * @throws IllegalArgumentException when no signal changes as units wear
     */
    public static FeatureSpace in(
            List<UnitRun> units, List<String> signals, List<Integer> settings, double near, boolean age) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("There is no unit to learn from.\nGive some that ran to failure.");
        }
        var search = new FeatureSearch(units, signals, settings, near);
        var sensors = IntStream.range(0, signals.size())
                .filter(signal -> !settings.contains(signal))
                .filter(signal -> Math.abs(search.followsWear(signal)) >= FOLLOWS_WEAR)
                .boxed()
                .toList();
        if (sensors.isEmpty()) {
            throw new IllegalArgumentException("None of " + signals
                    + " changes as the units wear.\nAdd signals that feel the wear, or more units.");
        }
        return search.space(sensors, age);
    }

    private FeatureSpace space(List<Integer> sensors, boolean age) {
        var blind = new FeatureSpace(signals, settings, sensors, regimes, scale, new Fusion(List.of(), 0), age);
        var fit = new Fusion.Fit(sensors.size());
        for (var unit : units) {
            for (int i = unit.length() - 1; i >= 0 && unit.left(i) <= near; i--) {
                fit.add(blind.deviations(unit.rows()[i]), unit.left(i) / near);
            }
        }
        return new FeatureSpace(signals, settings, sensors, regimes, scale, fit.fit(), age);
    }

    /** The correlation of a signal with the life that is left, near failure. */
    private double followsWear(int signal) {
        var values = new ArrayList<double[]>();
        for (var unit : units) {
            for (int i = unit.length() - 1; i >= 0 && unit.left(i) <= near; i--) {
                var row = unit.rows()[i];
                int regime = regimes.of(FeatureSpace.pick(row, settings));
                double value = scale.of(regime, signal, row[signal]);
                if (!Double.isNaN(value)) {
                    values.add(new double[] {value, unit.left(i)});
                }
            }
        }
        return correlation(values);
    }

    private static double correlation(List<double[]> pairs) {
        double n = pairs.size();
        double x = pairs.stream().mapToDouble(pair -> pair[0]).sum() / n;
        double y = pairs.stream().mapToDouble(pair -> pair[1]).sum() / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (var pair : pairs) {
            xx += (pair[0] - x) * (pair[0] - x);
            yy += (pair[1] - y) * (pair[1] - y);
            xy += (pair[0] - x) * (pair[1] - y);
        }
        return xx <= 0 || yy <= 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
