package dev.millwright.loop.health;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the health monitor must know again after a restart, read from the journal: of each machine the beginning of its
 * present life, from which its baselines come, and then the latest past of all.
 */
public final class Recall {

    private static final int LATEST_EVENTS = 100_000;
    private static final int BEGINNING_EVENTS = 3_000;
    private static final int PAGE = 5_000;
    private static final Set<String> TOLD = Set.of(
            "readings-taken",
            "parts-counted",
            "part-inspected",
            "finding-corrected",
            "operation-started",
            "operation-completed",
            "machine-state-changed",
            "maintenance-finished",
            "life-ended");

    private final TwinEngine twin;
    private final long known;
    private final int latest;
    private final int beginning;

    /** @param known the offset up to which events are recalled: what comes later is heard live */
    public Recall(TwinEngine twin, long known) {
        this(twin, known, LATEST_EVENTS, BEGINNING_EVENTS);
    }

    Recall(TwinEngine twin, long known, int latest, int beginning) {
        this.twin = twin;
        this.known = known;
        this.latest = latest;
        this.beginning = beginning;
    }

    /** Tells the events, those of a machine in their order. */
    public void tell(Consumer<Event> listener) {
        long begin = Math.max(0, known - latest);
        if (begin > 0) {
            for (var machine : twin.state().machines().values()) {
                var maintained = machine.lastMaintenance();
                beginning(machine.id(), maintained == null ? null : maintained.finished(), begin, listener);
            }
        }
        var query = EventQuery.all().ofTypes(TOLD).after(begin).atMost(PAGE);
        var page = twin.events(query);
        while (!page.isEmpty() && page.getFirst().offset() <= known) {
            page.stream().filter(event -> event.offset() <= known).forEach(listener);
            page = twin.events(query.after(page.getLast().offset()));
        }
    }

    /** From when on everything is told; null for from the first event on. */
    @Nullable
    Instant reaches() {
        long begin = Math.max(0, known - latest);
        return begin == 0
                ? null
                : twin.events(begin + 1, 1).stream()
                        .findFirst()
                        .map(Event::time)
                        .orElse(null);
    }

    private void beginning(EquipmentId machine, @Nullable Instant born, long before, Consumer<Event> listener) {
        var life = EventQuery.all().about(machine).ofTypes(TOLD).between(born, null);
        var first = twin.events(life.atMost(beginning)).stream()
                .filter(event -> event.offset() <= before)
                .toList();
        first.forEach(listener);
        long told = first.isEmpty() ? 0 : first.getLast().offset();
        // Whether it runs is known from its latest change of state, however long ago that was.
        var states = EventQuery.all().about(machine).ofTypes(Set.of("machine-state-changed"));
        twin.events(states.after(before + 1).backwards().atMost(1)).stream()
                .filter(event -> event.offset() > told)
                .forEach(listener);
    }
}
