package dev.millwright.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a machine's coming failure.
 *
 * @param remainingLifeHours median, in hours of running; {@code low} and {@code high} hold it with 90 percent
 * @param failureProbability within the horizon
 * @param horizonHours hours of running looked ahead
 * @param basis what it rests on: {@code trend}, {@code unit life} or {@code model}
 * @param downtimeHours expected when it fails
 * @param risks of failure within other times, the shortest first
 * @param prediction what a trained model says, where one answers
 */
public record Prognosis(
        double remainingLifeHours,
        double low,
        double high,
        double failureProbability,
        double horizonHours,
        RiskLevel risk,
        String basis,
        String recommendedAction,
        double downtimeHours,
        List<String> drivers,
        List<RiskAhead> risks,
        @Nullable LifePrediction prediction) {

    public Prognosis {
        drivers = List.copyOf(drivers);
        risks = risks == null ? List.of() : List.copyOf(risks); // journals from before have none
    }

    /** What is known without a trained model. */
    public Prognosis(
            double remainingLifeHours,
            double low,
            double high,
            double failureProbability,
            double horizonHours,
            RiskLevel risk,
            String basis,
            String recommendedAction,
            double downtimeHours,
            List<String> drivers) {
        this(
                remainingLifeHours,
                low,
                high,
                failureProbability,
                horizonHours,
                risk,
                basis,
                recommendedAction,
                downtimeHours,
                drivers,
                List.of(),
                null);
    }
}
