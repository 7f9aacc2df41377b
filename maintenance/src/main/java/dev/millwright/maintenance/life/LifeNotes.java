package dev.millwright.maintenance.life;

import dev.millwright.maintenance.features.FeatureSpace;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a model's trees, in the same file.
 *
 * @param space what the trees see
 * @param band how far lives lie from what is expected
 * @param cap lives count as this at most
 * @param alarmBelow an expected life below this is an alarm
 * @param unitOfLife what lives are counted in, as "cycles"
 * @param errors how lives are spread around what is expected; null in files that do not say
 */
public record LifeNotes(
        FeatureSpace space,
        ErrorBand band,
        double cap,
        double alarmBelow,
        String unitOfLife,
        @Nullable ErrorQuantiles errors) {

    /** Notes that say no more of errors than their band. */
    public LifeNotes(FeatureSpace space, ErrorBand band, double cap, double alarmBelow, String unitOfLife) {
        this(space, band, cap, alarmBelow, unitOfLife, null);
    }

    /** How likely each remaining life is, given an estimate; by its interval alone where the file says no more. */
    public LifeDistribution distribution(LifeEstimate estimate) {
        return errors == null ? LifeDistribution.of(estimate, cap) : errors.around(estimate.expected(), cap);
    }
}
