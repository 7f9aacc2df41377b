package dev.millwright.maintenance.decision;

import dev.millwright.maintenance.Urgency;
import dev.millwright.plant.CostCurve;
import java.time.Instant;
import java.util.List;

/**
 * When to maintain a machine, and why.
 *
 * @param action in words
 * @param start the cheapest time to begin; of a machine that should keep running the end of the horizon
 * @param earliest from here on it costs hardly more, until {@code latest}
 * @param cost the least expected: of beginning at {@code start}, or of the best stop after the horizon
 * @param costNow expected, of beginning as soon as crew and parts are there
 * @param risks of failing within 8 hours, a day and a week; horizons in hours
 * @param reasons in words, the weightiest first
 * @param curve what any other time costs more, for a plan to weigh against orders
 */
public record MaintenanceDecision(
        String action,
        Urgency urgency,
        Instant start,
        Instant earliest,
        Instant latest,
        double cost,
        double costNow,
        List<RiskWithin> risks,
        List<String> reasons,
        CostCurve curve) {
    /**
     * How likely a failure is within so many hours.
     *
     * @param atLeast whether the model does not look that far, so that it may be likelier
     */
    public record RiskWithin(double hours, double probability, boolean atLeast) {}

    public MaintenanceDecision {
        risks = List.copyOf(risks);
        reasons = List.copyOf(reasons);
    }
}
