package dev.millwright.twin;

import dev.millwright.plant.PlannedMaintenance;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.util.stream.Collectors;
import org.pcollections.PSortedMap;

/** Plans as they come into force. */
final class PlanFold {

    private static final int MOST_PLANS = 50;

    private PlanFold() {}

    static TwinState adopted(TwinState state, Event event, Fact.PlanAdopted fact) {
        var plan = new AdoptedPlan(
                fact.plan(), fact.changes(), event.time(), fact.reactionMillis(), event.reason(), event.offset());
        var plans = state.plans().plus(plan.summary());
        while (plans.size() > MOST_PLANS) {
            plans = plans.minus(0);
        }
        var booked = fact.plan().maintenance().stream()
                .collect(Collectors.toMap(PlannedMaintenance::wish, entry -> entry, (first, second) -> first));
        PSortedMap<String, WishState> wishes = state.wishes();
        for (var wish : state.wishes().values()) {
            if (wish.status().isOpen()) {
                var entry = booked.get(wish.id());
                wishes = wishes.plus(
                        wish.id(), entry == null ? wish.planned(null, null) : wish.planned(entry.start(), entry.end()));
            }
        }
        return state.withPlan(plan, null, plans).withWishes(wishes);
    }

    static TwinState failed(TwinState state, Event event, Fact.PlanFailed fact) {
        return state.withPlan(state.plan(), new PlanTrouble(fact.why(), event.time()), state.plans());
    }
}
