package dev.millwright.maintenance.life;

import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import java.util.List;
import java.util.Map;
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
 * @param reference what the model was trained on; null in files that do not say
 */
public record LifeNotes(
        FeatureSpace space,
        ErrorBand band,
        double cap,
        double alarmBelow,
        String unitOfLife,
        @Nullable ErrorQuantiles errors,
        @Nullable TrainingReference reference) {

    /** Notes that say no more of errors than their band, and nothing of training. */
    public LifeNotes(FeatureSpace space, ErrorBand band, double cap, double alarmBelow, String unitOfLife) {
        this(space, band, cap, alarmBelow, unitOfLife, null, null);
    }

    /** How likely each remaining life is, given an estimate; by its interval alone where the file says no more. */
    public LifeDistribution distribution(LifeEstimate estimate) {
        return errors == null ? LifeDistribution.of(estimate, cap) : errors.around(estimate.expected(), cap);
    }

    /**
     * Why a row is outside what the model was trained on, in words; nothing: it may be asked.
     *
     * @param units engineering units by signal, as far as they are known
     */
    public List<String> refusals(double[] row, Map<String, String> units) {
        return reference == null ? List.of() : reference.refusals(space, row, units);
    }
}
