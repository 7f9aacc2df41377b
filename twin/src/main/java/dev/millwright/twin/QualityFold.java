package dev.millwright.twin;

import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.util.Objects;
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

    /** A finding counts by the type the inspector told, a missed defect by the one that the person named. */
    static TwinState corrected(TwinState state, Event event, Fact.FindingCorrected fact) {
        var machine = state.machine(event.subject());
        var said = fact.correction();
        String type = Objects.requireNonNullElse(fact.found() == null ? said.type() : fact.found(), "unknown");
        var counters = machine.counters();
        var known = counters.judged().getOrDefault(type, Confirmation.NONE);
        return state.with(machine.withCounters(counters.judged(type, known.said(said.verdict(), fact.before()))));
    }

    static TwinState health(TwinState state, Event event, Fact.HealthAssessed fact) {
        var machine = state.machine(event.subject());
        var since = machine.health().since();
        return since != null && event.time().isBefore(since)
                ? state
                : state.with(machine.withHealth(new Health(fact.health(), fact.reasons(), event.time())));
    }

    static TwinState remainingLife(TwinState state, Event event, Fact.RemainingLifeEstimated fact) {
        var machine = state.machine(event.subject());
        var unknown = fact.prognosis().prediction() == null ? machine.lifeUnknown() : null;
        return isOfAnEarlierLife(machine, event)
                ? state
                : state.with(machine.withOutlook(machine.health(), fact.prognosis(), unknown));
    }

    /** What a model said before holds no longer; what the health monitor said stands. */
    static TwinState lifeUnknown(TwinState state, Event event, Fact.LifeUnknown fact) {
        var machine = state.machine(event.subject());
        var said = machine.prognosis();
        var prediction = said == null ? null : said.prediction();
        var standing = prediction == null ? said : prediction.baseline();
        return isOfAnEarlierLife(machine, event)
                ? state
                : state.with(machine.withOutlook(machine.health(), standing, fact.unknown()));
    }

    static TwinState lifeEnded(TwinState state, Fact.LifeEnded fact) {
        var errors = state.modelErrors();
        for (var ended : fact.errors()) {
            String version = ended.model() + " " + ended.version();
            var known = errors.get(version);
            errors = errors.plus(version, known == null ? ended : known.plus(ended));
        }
        return state.withModelErrors(errors);
    }

    private static boolean isOfAnEarlierLife(MachineState machine, Event event) {
        var maintained = machine.lastMaintenance();
        return maintained != null && event.time().isBefore(maintained.finished());
    }
}
