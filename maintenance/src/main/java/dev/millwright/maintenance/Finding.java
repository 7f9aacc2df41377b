package dev.millwright.maintenance;

import dev.millwright.plant.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A defect that an inspection laid at a machine's door.
 *
 * @param area share of the inspected surface in percent; it enters the health rule as 1 + area / 100
 * @param probability how sure the inspection is, from 0 to 1
 * @param id by which people may speak of it later; null where nobody will
 */
public record Finding(
        String machine,
        Severity severity,
        double area,
        double probability,
        double time,
        @Nullable String id) {

    /** A finding that nobody will speak of. */
    public Finding(String machine, Severity severity, double area, double probability, double time) {
        this(machine, severity, area, probability, time, null);
    }

    public Finding {
        if (!(area >= 0 && area < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A finding of area %s was reported for %s.\nGive percent of the inspected surface."
                            .formatted(area, machine));
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "A finding of probability %s was reported for %s.\nGive a fraction from 0 to 1."
                            .formatted(probability, machine));
        }
    }
}
