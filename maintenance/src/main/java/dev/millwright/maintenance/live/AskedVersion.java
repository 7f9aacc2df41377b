package dev.millwright.maintenance.live;

import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.life.AlarmRule;
import dev.millwright.maintenance.life.AlarmState;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.plant.Machine;
import dev.millwright.plant.ModelErrors;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One version on one machine: what it has seen of the machine's present life, and what it said of it. */
final class AskedVersion {
    private final FeatureSpace space;
    /** The machine's signal for each of the model's; -1 where it has none. */
    private final int[] places;

    private final boolean[] isSetting;
    private final LifeUnit unit;
    /** Engineering units by the model's names. */
    private final Map<String, String> units;

    private final double rowSeconds;
    private final AlarmRule rule;
    private LifeVersion version;
    private UnitFeatures features;
    private PastEstimates past = new PastEstimates();
    private AlarmState alarm = AlarmState.NONE;
    private @Nullable LifeEstimate estimate;
    private double[] row = {};
    private double age;
    private long rows;
    private boolean sawTheBeginning = true;
    private @Nullable Refusal refusal;

    /** Why it was not asked about the latest rows, and since which calendar time. */
    record Refusal(String why, double since) {}

    AskedVersion(LifeVersion version, Machine machine, Map<String, Integer> signals, double rowSeconds) {
        this.version = version;
        this.rowSeconds = rowSeconds;
        var notes = version.model().notes();
        space = notes.space();
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
        unit = LifeUnit.of(notes.unitOfLife(), rowSeconds);
        rule = AlarmRule.of(notes);
        features = space.unit();
    }

    LifeVersion version() {
        return version;
    }

    /** The same version, promoted or not; what it has seen stays. */
    void isNow(LifeVersion now) {
        version = now;
    }

    void begin() {
        features = space.unit();
        past = new PastEstimates();
        alarm = AlarmState.NONE;
        estimate = null;
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

    /** The signals that count in its answer, as places among the machine's; -1 for one the machine lacks. */
    IntStream looksAt() {
        return IntStream.concat(
                        space.settings().stream().mapToInt(Integer::intValue),
                        space.sensors().stream().mapToInt(Integer::intValue))
                .distinct()
                .map(signal -> places[signal]);
    }

    /** The model's names of signals that the machine does not have. */
    List<String> missing() {
        return IntStream.concat(
                        space.settings().stream().mapToInt(Integer::intValue),
                        space.sensors().stream().mapToInt(Integer::intValue))
                .distinct()
                .filter(signal -> places[signal] < 0)
                .mapToObj(space.signals()::get)
                .toList();
    }

    /**
     * @param values each signal's mean, then each signal's latest
     * @param time of the calendar by then
     */
    void add(double[] values, long number, double time) {
        row = new double[places.length];
        Arrays.setAll(
                row,
                i -> places[i] < 0 ? Double.NaN : values[isSetting[i] ? values.length / 2 + places[i] : places[i]]);
        age = unit.age(number, rowSeconds);
        features.add(age, row);
        rows++;
        var refusals = version.model().notes().refusals(row, units);
        if (!refusals.isEmpty()) {
            estimate = null;
            refusal = refusal == null ? new Refusal(String.join("; ", refusals), time) : refusal;
            return;
        }
        refusal = null;
        var said = version.model().estimate(features);
        estimate = said;
        past.add(age, said);
        alarm = rule.next(alarm, said.expected());
    }

    @Nullable
    LifeEstimate estimate() {
        return estimate;
    }

    /** Why the latest row was outside what it was trained on, in the words of the first such row; null where it was not. */
    @Nullable
    Refusal refusal() {
        return refusal;
    }

    double[] row() {
        return row;
    }

    LifeAnswer.Said said(LifeEstimate known, long late) {
        var distribution = version.model().notes().distribution(known);
        return new LifeAnswer.Said(version, known, distribution, alarm.raised(), unit.hours(), age, rows, late);
    }

    DriverWords drivers() {
        return new DriverWords(version.model(), features, row, places);
    }

    double age() {
        return age;
    }

    long rows() {
        return rows;
    }

    /** What this life says of it, if it ended with the last row. */
    ModelErrors judge() {
        return new ModelErrors(
                version.name(),
                version.version(),
                1,
                past.judge(age, version.model().notes().cap()));
    }
}
