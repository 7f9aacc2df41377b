package dev.millwright.twin;

import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan in force.
 *
 * @param changes against the one before
 * @param reason why it was made, in words
 * @param offset the event that adopted it
 */
public record AdoptedPlan(
        Plan plan,
        List<PlanChange> changes,
        Instant adoptedAt,
        double reactionMillis,
        @Nullable String reason,
        long offset) {

    public AdoptedPlan {
        changes = List.copyOf(changes);
    }

    PlanSummary summary() {
        return new PlanSummary(
                plan.id(),
                plan.origin(),
                adoptedAt,
                plan.operations().size(),
                plan.maintenance().size(),
                changes.size(),
                plan.makespanSeconds(),
                plan.tardinessSeconds(),
                plan.tardyOrders(),
                plan.solveMillis(),
                reactionMillis,
                reason,
                offset);
    }
}
