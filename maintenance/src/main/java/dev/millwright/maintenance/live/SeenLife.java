package dev.millwright.maintenance.live;

import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.plant.Machine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A machine's present life as one model sees it: the rows that went by, in the order of the model's signals. */
final class SeenLife {
    private final FeatureSpace space;
    private final @Nullable TrainingReference reference;
    /** The machine's signal for each of the model's; -1 where it has none. */
    private final int[] places;

    private final boolean[] isSetting;
    private final LifeUnit unit;
    /** Engineering units by the model's names. */
    private final Map<String, String> units;

    private final double rowSeconds;
    private UnitFeatures features;
    private double[] row = {};
    private double age;
    private long rows;
    private boolean sawTheBeginning = true;
    private @Nullable Refusal refusal;

    /** Why the model was not asked about the latest rows, and since which calendar time. */
    record Refusal(String why, double since) {}

    /**
     * @param reference what the model was trained on; null where its file does not say
     * @param unitOfTime what the model counts ages in
     * @param signals the places of the machine's signals, by name
     */
    SeenLife(
            FeatureSpace space,
            @Nullable TrainingReference reference,
            String unitOfTime,
            Machine machine,
            Map<String, Integer> signals,
            double rowSeconds) {
        this.space = space;
        this.reference = reference;
        this.rowSeconds = rowSeconds;
        places = space.signals().stream()
                .mapToInt(signal -> signals.getOrDefault(machine.assetClass().signal(signal), -1))
                .toArray();
        isSetting = new boolean[places.length];
        space.settings().forEach(setting -> isSetting[setting] = true);
        units = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                units.put(
                        space.signals().get(i), machine.signals().get(places[i]).unit());
            }
        }
        unit = LifeUnit.of(unitOfTime, rowSeconds);
        features = space.unit();
    }

    void begin() {
        features = space.unit();
        refusal = null;
        rows = 0;
        age = 0;
        sawTheBeginning = true;
    }

    /** It came when rows had gone by that nobody kept. */
    void missedTheBeginning() {
        sawTheBeginning = false;
    }

    boolean sawTheBeginning() {
        return sawTheBeginning;
    }

    /** The signals that count in the model's answer, as places among the machine's; -1 for one the machine lacks. */
    IntStream looksAt() {
        return counting().map(signal -> places[signal]);
    }

    /** The model's names of signals that the machine does not have. */
    List<String> missing() {
        return counting()
                .filter(signal -> places[signal] < 0)
                .mapToObj(space.signals()::get)
                .toList();
    }

    private IntStream counting() {
        return IntStream.concat(
                        space.settings().stream().mapToInt(Integer::intValue),
                        space.sensors().stream().mapToInt(Integer::intValue))
                .distinct();
    }

    /**
     * Takes a row; whether the model may be asked about it.
     *
     * @param values each signal's mean, then each signal's latest
     * @param time of the calendar by then
     */
    boolean add(double[] values, long number, double time) {
        row = new double[places.length];
        Arrays.setAll(
                row,
                i -> places[i] < 0 ? Double.NaN : values[isSetting[i] ? values.length / 2 + places[i] : places[i]]);
        age = unit.age(number, rowSeconds);
        features.add(age, row);
        rows++;
        var refusals = reference == null ? List.<String>of() : reference.refusals(space, row, units);
        if (refusals.isEmpty()) {
            refusal = null;
        } else if (refusal == null) {
            refusal = new Refusal(String.join("; ", refusals), time);
        }
        return refusals.isEmpty();
    }

    /** Why the latest row was outside what the model was trained on, in the words of the first such row; null where it was not. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    UnitFeatures features() {
        return features;
    }

    double[] row() {
        return row;
    }

    int[] places() {
        return places;
    }

    double age() {
        return age;
    }

    long rows() {
        return rows;
    }

    double hoursPerUnit() {
        return unit.hours();
    }
}
