package dev.millwright.plant;

/**
 * How a machine will most likely fail, as a trained model says.
 *
 * @param model its name, such as {@code feed-pump-failure-mode}
 * @param version which of its versions said so
 * @param mode the way, as the model's owner calls it
 * @param probability that the machine fails in this way within the horizon, from 0 to 1
 * @param failureProbability that it fails within the horizon in any way the model knows
 * @param horizon how far the model looks ahead, in its unit
 * @param unit what the horizon is counted in, such as {@code hours}
 */
public record FailureMode(
        String model,
        String version,
        String mode,
        double probability,
        double failureProbability,
        double horizon,
        String unit) {}
