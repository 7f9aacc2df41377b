package dev.millwright.maintenance.live;

import dev.millwright.maintenance.life.AlarmRule;
import dev.millwright.maintenance.life.AlarmState;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.plant.Machine;
import dev.millwright.plant.ModelErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version on one machine: what it has seen of the machine's present life, and what it said of it. */
final class AskedVersion {
    private final SeenLife seen;
    private final AlarmRule rule;
    private LifeVersion version;
    private PastEstimates past = new PastEstimates();
    private AlarmState alarm = AlarmState.NONE;
    private @Nullable LifeEstimate estimate;

    AskedVersion(LifeVersion version, Machine machine, Map<String, Integer> signals, double rowSeconds) {
        this.version = version;
        var notes = version.model().notes();
        seen = new SeenLife(notes.space(), notes.reference(), notes.unitOfLife(), machine, signals, rowSeconds);
        rule = AlarmRule.of(notes);
    }

    LifeVersion version() {
        return version;
    }

    SeenLife seen() {
        return seen;
    }

    /** The same version, promoted or not; what it has seen stays. */
    void isNow(LifeVersion now) {
        version = now;
    }

    void begin() {
        seen.begin();
        past = new PastEstimates();
        alarm = AlarmState.NONE;
        estimate = null;
    }

    /**
     * @param values each signal's mean, then each signal's latest
     * @param time of the calendar by then
     */
    void add(double[] values, long number, double time) {
        if (!seen.add(values, number, time)) {
            estimate = null;
            return;
        }
        var said = version.model().estimate(seen.features());
        estimate = said;
        past.add(seen.age(), said);
        alarm = rule.next(alarm, said.expected());
    }

    @Nullable
    LifeEstimate estimate() {
        return estimate;
    }

    LifeAnswer.Said said(LifeEstimate known, long late) {
        var distribution = version.model().notes().distribution(known);
        return new LifeAnswer.Said(
                version, known, distribution, alarm.raised(), seen.hoursPerUnit(), seen.age(), seen.rows(), late);
    }

    DriverWords drivers() {
        return new DriverWords(version.model(), seen.features(), seen.row(), seen.places());
    }

    /** What this life says of it, if it ended with the last row. */
    ModelErrors judge() {
        return new ModelErrors(
                version.name(),
                version.version(),
                1,
                past.judge(seen.age(), version.model().notes().cap()));
    }
}
