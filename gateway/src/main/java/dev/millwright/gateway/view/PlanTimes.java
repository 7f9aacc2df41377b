package dev.millwright.gateway.view;

import dev.millwright.plant.Plan;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each lot's planned work ends. */
final class PlanTimes {

    static final PlanTimes NONE = new PlanTimes(Map.of());

    private final Map<String, Instant> ends;

    private PlanTimes(Map<String, Instant> ends) {
        this.ends = ends;
    }

    static PlanTimes of(Plan plan) {
        var ends = new HashMap<String, Instant>();
        for (var operation : plan.operations()) {
            ends.merge(operation.lot(), operation.end(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return new PlanTimes(ends);
    }

    @Nullable
    Instant endOf(String lot) {
        return ends.get(lot);
    }
}
