package dev.millwright.maintenance;

import dev.millwright.plant.RiskAhead;
import dev.millwright.plant.RiskLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a machine at a time.
 *
 * @param time sample time of the assessment
 * @param health 1 as new, 0 failed: signal health times quality health, less what the machine is suspected of
 * @param reasons why health is what it is, in words: what is measured, strongest first, then suspicions
 * @param remainingLife null where neither a trend nor a past life is known
 * @param failureProbability probability of failure within {@code horizon}; null where the remaining life is
 * @param avoidableProbability the part of it that maintenance now would take away: what exceeds a renewed unit's
 * @param horizon hours or cycles looked ahead
 * @param estimatedDowntimeHours expected downtime of the next intervention: planned or after a failure, by probability
 * @param drivers the causes behind the reasons, in their order
 * @param risks of failure within other times, where lives are told in hours
 */
public record Prognosis(
        String machine,
        double time,
        double health,
        double signalHealth,
        double qualityHealth,
        List<String> reasons,
        @Nullable RemainingLife remainingLife,
        @Nullable Double failureProbability,
        double avoidableProbability,
        double horizon,
        RiskLevel risk,
        Urgency urgency,
        String recommendedAction,
        double estimatedDowntimeHours,
        List<Driver> drivers,
        List<RiskAhead> risks) {

    public Prognosis {
        reasons = List.copyOf(reasons);
        drivers = List.copyOf(drivers);
        risks = List.copyOf(risks);
    }

    /** Health by what is measured at the machine and its parts, without suspicions. */
    public double measuredHealth() {
        return signalHealth * qualityHealth;
    }
}
