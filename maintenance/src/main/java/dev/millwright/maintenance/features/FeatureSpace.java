package dev.millwright.maintenance.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model of a class of units looks at, learned from units that ran to failure.
 *
 * @param signals all names, in the order of a row
 * @param settings the places in a row that tell the operating regime
 * @param sensors the places whose windows are looked at
 * @param age whether the number of cycles run is looked at too
 */
public record FeatureSpace(
        List<String> signals,
        List<Integer> settings,
        List<Integer> sensors,
        Regimes regimes,
        RegimeScale scale,
        boolean age) {
    /** Signals that follow wear less than this are noise to a model. */
    private static final double FOLLOWS_WEAR = 0.1;
    /** Further from failure than this nothing shows yet. */
    private static final int NEAR_FAILURE = 125;

    public FeatureSpace {
        signals = List.copyOf(signals);
        settings = List.copyOf(settings);
        sensors = List.copyOf(sensors);
    }

    /**
     * Finds regimes and scales, and the signals that follow wear.
     *
     * @param settings places of the operating settings; none: one regime
     * @throws IllegalArgumentException when no signal changes as units wear
     */
    public static FeatureSpace learn(List<UnitRun> units, List<String> signals, List<Integer> settings, boolean age) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("There is no unit to learn from.\nGive some that ran to failure.");
        }
        var rows = units.stream().flatMap(unit -> Arrays.stream(unit.rows())).toList();
        var regimes = Regimes.of(rows.stream().map(row -> pick(row, settings)).toList());
        var scale = RegimeScale.of(rows, signals.size(), regimes.count(), row -> regimes.of(pick(row, settings)));
        var blind = new FeatureSpace(signals, settings, List.of(), regimes, scale, age);
        var sensors = IntStream.range(0, signals.size())
                .filter(signal -> !settings.contains(signal))
                .filter(signal -> Math.abs(blind.followsWear(units, signal)) >= FOLLOWS_WEAR)
                .boxed()
                .toList();
        if (sensors.isEmpty()) {
            throw new IllegalArgumentException("None of " + signals
                    + " changes as the units wear.\nAdd signals that feel the wear, or more units.");
        }
        return new FeatureSpace(signals, settings, sensors, regimes, scale, age);
    }

    /** The correlation of a signal with the life that is left, near failure. */
    private double followsWear(List<UnitRun> units, int signal) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (var unit : units) {
            for (int i = Math.max(0, unit.age() - NEAR_FAILURE); i < unit.age(); i++) {
                var row = unit.rows()[i];
                double value = scale.of(regime(row), signal, row[signal]);
                double left = unit.age() - 1 - i;
                n++;
                x += value;
                y += left;
                xx += value * value;
                yy += left * left;
                xy += value * left;
            }
        }
        double spread = Math.sqrt(Math.max(0, n * xx - x * x) * Math.max(0, n * yy - y * y));
        return spread == 0 ? 0 : (n * xy - x * y) / spread;
    }

    int regime(double[] row) {
        return regimes.of(pick(row, settings));
    }

    private static double[] pick(double[] row, List<Integer> places) {
        var picked = new double[places.size()];
        Arrays.setAll(picked, i -> row[places.get(i)]);
        return picked;
    }

    /** How many numbers a model sees. */
    public int width() {
        return sensors.size() * SignalWindow.FEATURES.size() + (age ? 1 : 0);
    }

    /** What each number is, as "sensor-4 mean since start". */
    public List<String> names() {
        var names = new ArrayList<String>();
        for (int sensor : sensors) {
            for (var feature : SignalWindow.FEATURES) {
                names.add(signals.get(sensor) + " " + feature);
            }
        }
        if (age) {
            names.add("age");
        }
        return names;
    }

    /** A unit from its beginning. */
    public UnitFeatures unit() {
        return new UnitFeatures(this);
    }

    /** What a model sees after a unit's last cycle. */
    public float[] last(UnitRun run) {
        var unit = unit();
        for (var row : run.rows()) {
            unit.add(row);
        }
        return unit.features();
    }
}
