package dev.millwright.maintenance.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model of a class of units looks at.
 *
 * @param signals all names, in the order of a row
 * @param settings the places in a row that tell the operating regime
 * @param sensors the places whose windows are looked at
 * @param fusion of those sensors, whose window is looked at too
 * @param age whether how long the unit has run is looked at too
 * @param sequence how a recurrent network sees the unit; null: there is none
 * @param everyNth of a unit's rows are looked at, from the first one on; of the others nothing but the age
 */
public record FeatureSpace(
        List<String> signals,
        List<Integer> settings,
        List<Integer> sensors,
        Regimes regimes,
        RegimeScale scale,
        Fusion fusion,
        boolean age,
        @Nullable SequenceShape sequence,
        int everyNth) {
    /** The place of the recent mean among a signal's features. */
    public static final int MEAN = SignalWindow.FEATURES.indexOf("mean");

    public FeatureSpace {
        signals = List.copyOf(signals);
        settings = List.copyOf(settings);
        sensors = List.copyOf(sensors);
        everyNth = Math.max(1, everyNth); // files of before do not say
    }

    /** Seen by trees alone. */
    public FeatureSpace(
            List<String> signals,
            List<Integer> settings,
            List<Integer> sensors,
            Regimes regimes,
            RegimeScale scale,
            Fusion fusion,
            boolean age) {
        this(signals, settings, sensors, regimes, scale, fusion, age, null, 1);
    }

    /** The same, seen by a recurrent network too. */
    public FeatureSpace seenBy(SequenceShape network) {
        return new FeatureSpace(signals, settings, sensors, regimes, scale, fusion, age, network, everyNth);
    }

    /** The same for units whose rows come so many times as often as those that were learned from. */
    public FeatureSpace ofEveryNth(int rows) {
        return new FeatureSpace(signals, settings, sensors, regimes, scale, fusion, age, sequence, rows);
    }

    /** How many numbers a recurrent network sees at each step. */
    public int channels() {
        return 2 * (sensors.size() + 1) + (age ? 1 : 0);
    }

    /** How many numbers a model of trees sees. */
    public int width() {
        return (sensors.size() + 1) * SignalWindow.FEATURES.size() + (age ? 1 : 0);
    }

    /** How many numbers stand for one signal. */
    public static int featuresOfASignal() {
        return SignalWindow.FEATURES.size();
    }

    /** The signals whose windows are looked at, in order; the last, "wear", is all of them together. */
    public List<String> windows() {
        var names = new ArrayList<String>();
        sensors.forEach(sensor -> names.add(signals.get(sensor)));
        names.add("wear");
        return names;
    }

    /** What each number is, as "sensor-4 mean since start". */
    public List<String> names() {
        var names = new ArrayList<String>();
        windows().forEach(signal -> SignalWindow.FEATURES.forEach(feature -> names.add(signal + " " + feature)));
        if (age) {
            names.add("age");
        }
        return names;
    }

    /** A unit from its beginning. */
    public UnitFeatures unit() {
        return new UnitFeatures(this);
    }

    /** A unit after its last row. */
    public UnitFeatures after(UnitRun run) {
        var unit = unit();
        for (int i = 0; i < run.length(); i++) {
            unit.add(run.ages()[i], run.rows()[i]);
        }
        return unit;
    }

    /** The operating settings of a row. */
    public double[] settingsOf(double[] row) {
        return pick(row, settings);
    }

    /** The sensors of a row. */
    public double[] sensorsOf(double[] row) {
        return pick(row, sensors);
    }

    /** The operating regime of a row, from 0. */
    public int regime(double[] row) {
        return regimes.of(settingsOf(row));
    }

    /** The sensors of a row as deviations from what is usual in its regime. */
    public double[] deviations(double[] row) {
        int regime = regime(row);
        var deviations = new double[sensors.size()];
        Arrays.setAll(deviations, i -> scale.of(regime, sensors.get(i), row[sensors.get(i)]));
        return deviations;
    }

    /** What is usual for the signal at a place, in the regime that the row's settings tell. */
    public double usual(double[] row, int place) {
        return scale.mean().get(regimes.of(pick(row, settings))).get(place);
    }

    static double[] pick(double[] row, List<Integer> places) {
        var picked = new double[places.size()];
        Arrays.setAll(picked, i -> row[places.get(i)]);
        return picked;
    }
}
