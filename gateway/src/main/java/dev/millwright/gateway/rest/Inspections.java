package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.view.CorrectionView;
import dev.millwright.gateway.view.InspectionView;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.FindingCorrected;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.twin.EventQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads inspections out of the journal. */
final class Inspections {

    private static final Set<String> KIND = Set.of("part-inspected");
    static final Set<String> CORRECTION = Set.of("finding-corrected");
    static final int MOST = 10_000;

    private Inspections() {}

    /** An inspection and the event that tells of it. */
    record Told(Event event, PartInspected fact) {}

    static EventQuery query() {
        return EventQuery.all().ofTypes(KIND).backwards();
    }

    /** The latest of a window, the latest first, no more than a page can show. */
    static List<Told> within(Floor floor, Window window) {
        return within(floor, window, null);
    }

    /** Those of one part of the plant, or of all of it where none is named. */
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

    /** One as people see it, with what was said of it. */
    static InspectionView view(Floor floor, Told told) {
        return views(floor, List.of(told)).getFirst();
    }

    /** Several, which the journal tells of within one reading. */
    static List<InspectionView> views(Floor floor, List<Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        long first = told.stream().mapToLong(one -> one.event().offset()).min().orElse(0);
        var said = corrections(
                floor.events(EventQuery.all().ofTypes(CORRECTION).after(first).atMost(MOST)));
        return told.stream()
                .map(one -> InspectionView.of(
                        one.event(),
                        one.fact(),
                        said.getOrDefault(one.fact().inspection(), List.of()),
                        floor.quality()::isKept))
                .toList();
    }

    /** What was said, by inspection, the earliest first. */
    private static Map<String, List<CorrectionView>> corrections(List<Event> events) {
        var said = new HashMap<String, List<CorrectionView>>();
        for (var event : events) {
            if (event.fact() instanceof FindingCorrected fact) {
                said.computeIfAbsent(fact.inspection(), _ -> new ArrayList<>()).add(CorrectionView.of(event, fact));
            }
        }
        return said;
    }

    /** One by its id, or the problem that there is none. */
    static Told need(Floor floor, String id) {
        return find(floor, id).orElseThrow(() -> ProblemException.notFound("inspection", id, "/api/v1/inspections"));
    }

    /** One by its id: the twin remembers where the latest stand, older ones are looked for. */
    static Optional<Told> find(Floor floor, String id) {
        for (var known : floor.state().inspections()) {
            if (known.id().equals(id)) {
                return at(floor, known.offset());
            }
        }
        return told(floor.events(query().atMost(MOST))).stream()
                .filter(one -> one.fact().inspection().equals(id))
                .findFirst();
    }

    /** The one that an event tells of. */
    static Optional<Told> at(Floor floor, long offset) {
        return told(floor.events(EventQuery.all().after(offset - 1).atMost(1))).stream()
                .findFirst();
    }

    private static @Nullable Told told(Event event) {
        return event.fact() instanceof PartInspected fact ? new Told(event, fact) : null;
    }
}
