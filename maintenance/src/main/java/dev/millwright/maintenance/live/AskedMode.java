package dev.millwright.maintenance.live;

import dev.millwright.maintenance.life.ModeRisk;
import dev.millwright.plant.FailureMode;
import dev.millwright.plant.Machine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model of failure modes on one machine: what it has seen of the machine's present life, and what it says. */
final class AskedMode {
    private final ModeVersion version;
    private final SeenLife seen;
    private List<ModeRisk> risks = List.of();

    AskedMode(ModeVersion version, Machine machine, Map<String, Integer> signals, double rowSeconds) {
        this.version = version;
        var notes = version.model().notes();
        seen = new SeenLife(notes.space(), notes.reference(), notes.unitOfTime(), machine, signals, rowSeconds);
    }

    ModeVersion version() {
        return version;
    }

    SeenLife seen() {
        return seen;
    }

    void begin() {
        seen.begin();
        risks = List.of();
    }

    /** As {@link SeenLife#add}. */
    void add(double[] values, long number, double time) {
        risks = seen.add(values, number, time) ? version.model().risks(seen.features()) : List.of();
    }

    /** The likeliest mode; null before the first row, and where the latest was outside of training. */
    @Nullable
    FailureMode said() {
        if (risks.isEmpty()) {
            return null;
        }
        var notes = version.model().notes();
        return new FailureMode(
                version.name(),
                version.version(),
                risks.getFirst().mode(),
                risks.getFirst().probability(),
                Math.min(1, risks.stream().mapToDouble(ModeRisk::probability).sum()),
                notes.horizon(),
                notes.unitOfTime());
    }
}
