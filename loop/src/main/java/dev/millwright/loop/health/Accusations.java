package dev.millwright.loop.health;

import dev.millwright.loop.cause.Blame;
import dev.millwright.loop.cause.CauseWatch;
import dev.millwright.loop.cause.Hypothesis;
import dev.millwright.maintenance.Suspicion;
import dev.millwright.plant.EquipmentId;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which causes speak strongly enough against a machine, by parts that were inspected after its latest maintenance. */
final class Accusations {

    /** Who looks often finds by chance what one look does not: beginning takes more than lasting. */
    private static final double STRONG = 1e-4;

    private final CauseWatch watch;
    private final SuspicionWords words;
    private final Supplier<TwinState> twin;

    Accusations(CauseWatch watch, SuspicionWords words, Supplier<TwinState> twin) {
        this.watch = watch;
        this.words = words;
        this.twin = twin;
    }

    /** @param latest the latest inspection that speaks for it */
    record Accusation(Suspicion suspicion, String latest) {}

    /**
     * By machine and type of defect.
     *
     * @param causes of the latest window
     * @param stands whether a machine is suspected of a type already
     */
    Map<EquipmentId, Map<String, Accusation>> of(
            List<Hypothesis> causes, Instant now, BiPredicate<EquipmentId, String> stands) {
        var renewed = new HashMap<Instant, List<Hypothesis>>();
        var found = new TreeMap<EquipmentId, Map<String, Accusation>>();
        for (var cause : causes) {
            var type = cause.type();
            var machines = cause.blame() == null
                    ? List.<EquipmentId>of()
                    : cause.blame().machines();
            for (var machine : machines) {
                var maintained = maintained(machine);
                boolean isRenewed = maintained != null && maintained.isAfter(now.minus(CauseWatch.WINDOW));
                var since = isRenewed ? renewed.computeIfAbsent(maintained, from -> watch.since(from, now)) : causes;
                var blame = blame(since, type, machine);
                if (blame != null && (blame.pValue() <= STRONG || stands.test(machine, type))) {
                    var accusation = new Accusation(words.suspicion(type, machine, blame), blame.latest());
                    found.computeIfAbsent(machine, _ -> new TreeMap<>()).putIfAbsent(type, accusation);
                }
            }
        }
        return found;
    }

    private @Nullable Instant maintained(EquipmentId machine) {
        var known = twin.get().machines().get(machine);
        var maintained = known == null ? null : known.lastMaintenance();
        return maintained == null ? null : maintained.finished();
    }

    private static @Nullable Blame blame(List<Hypothesis> causes, String type, EquipmentId machine) {
        for (var cause : causes) {
            var blame = cause.blame();
            if (blame != null && cause.type().equals(type) && blame.machines().contains(machine)) {
                return blame;
            }
        }
        return null;
    }
}
