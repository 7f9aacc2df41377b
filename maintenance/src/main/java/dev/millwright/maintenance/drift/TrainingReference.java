package dev.millwright.maintenance.drift;

import dev.millwright.maintenance.features.FeatureSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a model was trained on, in few numbers.
 *
 * @param signals how each sensor looked at was spread, in the order of the space
 * @param windowRows over so many latest rows at least a machine is compared
 * @param domain the ranges of training
 */
public record TrainingReference(List<SignalReference> signals, int windowRows, Domain domain) {
    private static final double ROUNDING = 1e-6;

    public TrainingReference {
        signals = List.copyOf(signals);
        if (windowRows < 1) {
            throw new IllegalArgumentException("A window of %d rows\nGive one row or more.".formatted(windowRows));
        }
    }

    /**
     * Why a row lies outside what the model was trained on, in words; nothing: it lies inside.
     *
     * @param space of the same model
     * @param units engineering units by signal, as far as they are known
     */
    public List<String> refusals(FeatureSpace space, double[] row, Map<String, String> units) {
        return domain.refusals(space, row, units);
    }

    /** Rounded, so that a signal that keeps still in its regime has one value and not the last digits of several. */
    static double[] deviations(FeatureSpace space, double[] row) {
        var deviations = space.deviations(row);
        Arrays.setAll(
                deviations,
                s -> Double.isNaN(deviations[s]) ? Double.NaN : Math.rint(deviations[s] / ROUNDING) * ROUNDING);
        return deviations;
    }
}
