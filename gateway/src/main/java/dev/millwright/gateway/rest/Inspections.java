package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.twin.EventQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads inspections out of the journal. */
final class Inspections {

    private static final Set<String> KIND = Set.of("part-inspected");
    private static final int MOST = 10_000;

    private Inspections() {}

    /** An inspection and the event that tells of it. */
    record Told(Event event, PartInspected fact) {}

    static EventQuery query() {
        return EventQuery.all().ofTypes(KIND).backwards();
    }

    /** The latest of a window, the latest first, no more than a page can show; of the whole plant where none is named. */
    static List<Told> within(Floor floor, Window window, @Nullable String equipment) {
        var query = query().between(window.from(), window.to()).atMost(MOST);
        return told(floor.events(
                equipment == null
                        ? query
                        : query.about(Equipment.any(floor.state().plant(), equipment))));
    }

    static List<Told> told(List<Event> events) {
        var told = new ArrayList<Told>(events.size());
        for (var event : events) {
            var one = told(event);
            if (one != null) {
                told.add(one);
            }
        }
        return told;
    }

    /** One by its id: the twin remembers where the latest stand, older ones are looked for. */
    static Optional<Told> find(Floor floor, String id) {
        for (var known : floor.state().inspections()) {
            if (known.id().equals(id)) {
                return told(floor.events(
                                EventQuery.all().after(known.offset() - 1).atMost(1)))
                        .stream()
                        .findFirst();
            }
        }
        return told(floor.events(query().atMost(MOST))).stream()
                .filter(one -> one.fact().inspection().equals(id))
                .findFirst();
    }

    private static @Nullable Told told(Event event) {
        return event.fact() instanceof PartInspected fact ? new Told(event, fact) : null;
    }
}
