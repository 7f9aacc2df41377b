package dev.millwright.maintenance;

/**
 * Where risk levels begin: an avoidable probability of failure within the horizon, or the lower bound of the remaining life.
 *
 * @param mediumLife remaining life, in hours or cycles, below which the risk is at least medium
 */
public record RiskThresholds(
        double mediumProbability,
        double highProbability,
        double criticalProbability,
        double mediumLife,
        double highLife,
        double criticalLife) {

    public static final RiskThresholds HOURS = new RiskThresholds(0.1, 0.3, 0.6, 168, 72, 24);
    public static final RiskThresholds CYCLES = new RiskThresholds(0.1, 0.3, 0.6, 60, 30, 10);

    public RiskThresholds {
        if (!(0 < mediumProbability
                        && mediumProbability <= highProbability
                        && highProbability <= criticalProbability
                        && criticalProbability <= 1)
                || !(mediumLife >= highLife && highLife >= criticalLife && criticalLife >= 0)) {
            throw new IllegalArgumentException("Risk thresholds %s, %s, %s and %s, %s, %s are out of order.\n"
                            .formatted(
                                    mediumProbability,
                                    highProbability,
                                    criticalProbability,
                                    mediumLife,
                                    highLife,
                                    criticalLife)
                    + "Probabilities rise and lives fall from medium to critical.");
        }
    }
}
