package dev.millwright.gateway.socket;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.EventJson;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a client wants to hear: any topic that fits lets a message through.
 *
 * @param names as the client wrote them, sorted
 */
record Topics(
        List<String> names,
        boolean all,
        boolean events,
        boolean plan,
        boolean planning,
        boolean alarms,
        boolean orders,
        List<EquipmentId> equipment,
        Set<String> kinds) {

    static final Topics ALL = of(List.of("all"));

    private static final String EQUIPMENT = "equipment:";
    private static final String KIND = "kind:";

    /** Told many times a second, or of every part by every shadow: they show elsewhere, and as events only where named. */
    static final Set<String> FREQUENT = Set.of("readings-taken", "parts-counted", "shadow-inspected");

    static Topics of(Collection<String> names) {
        if (names.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A topic is null.\nTopics are texts such as 'all'.");
        }
        var sorted = List.copyOf(new TreeSet<>(names));
        for (String name : sorted) {
            check(name);
        }
        return new Topics(
                sorted,
                sorted.contains("all"),
                sorted.contains("events"),
                sorted.contains("plan"),
                sorted.contains("all") || sorted.contains("planning"),
                sorted.contains("alarms"),
                sorted.contains("orders"),
                after(EQUIPMENT, sorted).map(EquipmentId::of).toList(),
                Set.copyOf(after(KIND, sorted).toList()));
    }

    Topics without(Collection<String> dropped) {
        return of(names.stream().filter(name -> !dropped.contains(name)).toList());
    }

    boolean under(EquipmentId id) {
        if (all) {
            return true;
        }
        for (var prefix : equipment) {
            if (prefix.contains(id)) {
                return true;
            }
        }
        return false;
    }

    boolean event(String kind, EquipmentId subject) {
        return kinds.contains(kind) || (!FREQUENT.contains(kind) && (events || under(subject)));
    }

    boolean wantsFrequent() {
        return kinds.stream().anyMatch(FREQUENT::contains);
    }

    private static Stream<String> after(String prefix, List<String> names) {
        return names.stream().filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length()));
    }

    private static void check(String name) {
        if (name.startsWith(EQUIPMENT)) {
            EquipmentId.of(name.substring(EQUIPMENT.length()));
        } else if (name.startsWith(KIND)) {
            String kind = name.substring(KIND.length());
            if (!EventJson.types().contains(kind)) {
                throw new IllegalArgumentException("'%s' is no kind of event.\nThere are: %s."
                        .formatted(kind, EventJson.types().stream().sorted().toList()));
            }
        } else if (!Set.of("all", "events", "plan", "planning", "alarms", "orders")
                .contains(name)) {
            throw new IllegalArgumentException(
                    "'%s' is no topic.\nTopics are all, events, plan, planning, alarms, orders, equipment:PATH and kind:TYPE."
                            .formatted(name));
        }
    }
}
