package dev.millwright.maintenance.live;

import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.life.AlarmRule;
import dev.millwright.maintenance.life.AlarmState;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.plant.AssetClass;
import dev.millwright.plant.ModelErrors;
import java.util.Arrays;
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

    AskedVersion(LifeVersion version, AssetClass assetClass, Map<String, Integer> signals, double rowSeconds) {
        this.version = version;
        this.rowSeconds = rowSeconds;
        var notes = version.model().notes();
        space = notes.space();
        places = space.signals().stream()
                .mapToInt(signal -> signals.getOrDefault(assetClass.signal(signal), -1))
                .toArray();
        isSetting = new boolean[places.length];
        space.settings().forEach(setting -> isSetting[setting] = true);
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

    /** @param values each signal's mean, then each signal's latest */
    void add(double[] values, long number) {
        row = new double[places.length];
        Arrays.setAll(
                row,
                i -> places[i] < 0 ? Double.NaN : values[isSetting[i] ? values.length / 2 + places[i] : places[i]]);
        age = unit.age(number, rowSeconds);
        features.add(age, row);
        rows++;
        var said = version.model().estimate(features);
        estimate = said;
        past.add(age, said);
        alarm = rule.next(alarm, said.expected());
    }

    @Nullable
    LifeEstimate estimate() {
        return estimate;
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
