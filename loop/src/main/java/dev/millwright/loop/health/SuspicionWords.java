package dev.millwright.loop.health;

import dev.millwright.loop.cause.Blame;
import dev.millwright.maintenance.Suspicion;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.HealthReason;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a machine is suspected of, in the words of the factory. */
final class SuspicionWords {

    private static final String NAME = "suspicion of ";

    private final DateTimeFormatter clock;

    /** @param zone of the plant's clocks on the wall */
    SuspicionWords(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM", Locale.ENGLISH).withZone(zone);
    }

    /** Machines that cannot be told apart share the suspicion. */
    Suspicion suspicion(String type, EquipmentId machine, Blame blame) {
        var others = blame.machines().stream()
                .filter(other -> !other.equals(machine))
                .map(EquipmentId::name)
                .collect(Collectors.joining(", "));
        String words = String.format(
                Locale.ROOT,
                "suspected: %d parts with '%s' came over it where chance makes %.1f, since %s%s",
                blame.count(),
                type,
                blame.expected(),
                clock.format(blame.since()),
                others.isEmpty() ? "" : " (or over " + others + ", which the same parts passed)");
        return new Suspicion(NAME + type, Suspicion.MOST_LOSS / blame.machines().size(), words);
    }

    /** The type of defect that a machine is suspected of; null for a reason of another kind. */
    static @Nullable String type(HealthReason reason) {
        return isSuspicion(reason.factor()) ? reason.factor().substring(NAME.length()) : null;
    }

    static boolean isSuspicion(String factor) {
        return factor.startsWith(NAME);
    }

    static Set<String> suspicions(List<HealthReason> reasons) {
        return reasons.stream()
                .map(HealthReason::factor)
                .filter(SuspicionWords::isSuspicion)
                .collect(Collectors.toSet());
    }

    /** That nothing of this type speaks against a machine any more. */
    static String ended(Collection<String> types) {
        return "no more suspected of " + types.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    }
}
