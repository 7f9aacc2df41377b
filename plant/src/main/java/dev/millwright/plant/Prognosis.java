package dev.millwright.plant;

import java.util.List;

/**
 * What is known of a machine's coming failure.
 *
 * @param remainingLifeHours median, in hours of running; {@code low} and {@code high} hold it with 90 percent
 * @param failureProbability within the horizon
 * @param horizonHours hours of running looked ahead
 * @param basis what it rests on: {@code trend} or {@code unit life}
 * @param downtimeHours expected when it fails
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
        List<String> drivers) {

    public Prognosis {
        drivers = List.copyOf(drivers);
    }
}
