package dev.millwright.loop.planning;

import dev.millwright.plant.event.Event;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What happened and was never answered by a plan, because a crash or a shutdown came between. A plan answers all that
 * stands in the journal before its request; what stands after the last answered request is open.
 */
final class Unanswered {

    private static final Set<String> ANSWERS = Set.of("plan-adopted", "plan-failed");

    private Unanswered() {}

    /**
     * The open triggers, in order; none where all is answered.
     *
     * @param known the offset up to which to look: what comes later is heard live
     * @param noticed the present by the wall clock, from which the reaction counts
     */
    static List<PlanTrigger> of(TwinEngine twin, long known, Instant noticed) {
        var triggers = new ArrayList<PlanTrigger>();
        twin.retell(answered(twin), change -> {
            if (change.event().offset() <= known) {
                PlanTriggers.of(change)
                        .map(trigger -> new PlanTrigger(
                                trigger.event(), trigger.about(), noticed, trigger.words() + " (before a restart)"))
                        .ifPresent(triggers::add);
            }
        });
        return triggers;
    }

    /** The offset of the last request that a plan, or the word that there is none, answered. */
    private static long answered(TwinEngine twin) {
        return twin.events(EventQuery.all().ofTypes(ANSWERS).backwards().atMost(1)).stream()
                .mapToLong(Unanswered::request)
                .findFirst()
                .orElse(0);
    }

    private static long request(Event answer) {
        String cause = answer.causation();
        return cause == null ? answer.offset() : Long.parseLong(cause.substring(1));
    }
}
