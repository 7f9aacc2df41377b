package dev.millwright.plant;

import org.jspecify.annotations.Nullable;

/**
 * One step of a product's route; any machine with the capability can do it.
 *
 * @param sequence grows along the route: 10, 20, 30
 * @param family setup family; changing between families costs setup time
 * @param secondsPerPart planned run time per unit (ISO 22400 PRU) on a machine of speed 1
 * @param repairs for an inspecting step: the capability that repairs what it finds, or {@code null}
 */
public record RouteStep(
        int sequence,
        String name,
        String capability,
        String family,
        double secondsPerPart,
        @Nullable String repairs) {

    public RouteStep {
        if (!(secondsPerPart > 0)) {
            throw new IllegalArgumentException("Step %d '%s' takes %s s a part.\nIt takes more than zero."
                    .formatted(sequence, name, secondsPerPart));
        }
    }
}
