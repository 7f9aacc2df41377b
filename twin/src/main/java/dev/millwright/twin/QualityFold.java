package dev.millwright.twin;

import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import org.pcollections.PSortedMap;

/** Inspections, and the health of machines. */
final class QualityFold {

    private static final int MOST_INSPECTIONS = 50;

    private QualityFold() {}

    static TwinState inspected(TwinState state, Event event, Fact.PartInspected fact) {
        if (state.inspections().stream().anyMatch(known -> known.id().equals(fact.inspection()))) {
            return state;
        }
        var machine = state.machine(event.subject());
        PSortedMap<String, Long> defects = machine.counters().defects();
        for (var finding : fact.findings()) {
            defects = defects.plus(finding.type(), defects.getOrDefault(finding.type(), 0L) + 1);
        }
        boolean rejects = fact.verdict() == Verdict.FAIL;
        var inspections = state.inspections()
                .plus(new Inspection(
                        fact.inspection(),
                        event.subject(),
                        fact.camera(),
                        fact.serial(),
                        fact.verdict(),
                        fact.findings(),
                        fact.image(),
                        event.time(),
                        event.offset()));
        while (inspections.size() > MOST_INSPECTIONS) {
            inspections = inspections.minus(0);
        }
        return state.with(machine.withCounters(machine.counters()
                        .inspected(rejects, defects, fact.findings().size())))
                .withInspections(inspections);
    }

    static TwinState health(TwinState state, Event event, Fact.HealthAssessed fact) {
        var machine = state.machine(event.subject());
        var since = machine.health().since();
        return since != null && event.time().isBefore(since)
                ? state
                : state.with(machine.withHealth(
                        new Health(fact.health(), fact.reasons(), event.time()), machine.prognosis()));
    }

    static TwinState remainingLife(TwinState state, Event event, Fact.RemainingLifeEstimated fact) {
        var machine = state.machine(event.subject());
        var maintained = machine.lastMaintenance();
        return maintained != null && event.time().isBefore(maintained.finished())
                ? state
                : state.with(machine.withHealth(machine.health(), fact.prognosis()));
    }
}
