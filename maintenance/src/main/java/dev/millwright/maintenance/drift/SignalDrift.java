package dev.millwright.maintenance.drift;

import dev.millwright.inference.drift.DriftWindow;
import dev.millwright.inference.drift.KolmogorovSmirnov;
import dev.millwright.inference.drift.PopulationStability;
import dev.millwright.plant.Stability;
import org.jspecify.annotations.Nullable;

/**
 * How far a signal has moved away from training.
 *
 * @param psi population stability index of its latest rows against training
 * @param ks Kolmogorov-Smirnov distance of the same, from 0 to 1
 * @param pValue how likely chance alone is that far, given how many independent rows there are
 * @param limit index up to which machines differ of themselves
 * @param since when it was first seen and has been ever since; null while it is stable
 */
public record SignalDrift(
        String signal,
        double psi,
        double ks,
        double pValue,
        double limit,
        Stability stability,
        @Nullable Double since) {
    static SignalDrift of(SignalReference reference, DriftWindow.Bucket rows, double limit, @Nullable Double since) {
        double psi = PopulationStability.of(reference.shares(), rows.counts());
        double ks = KolmogorovSmirnov.statistic(reference.shares(), rows.counts());
        double pValue = KolmogorovSmirnov.pValue(ks, rows.effectiveRows(), reference.effectiveRows());
        return new SignalDrift(reference.signal(), psi, ks, pValue, limit, Stability.of(psi, pValue, limit), since);
    }

    SignalDrift since(@Nullable Double time) {
        return new SignalDrift(signal, psi, ks, pValue, limit, stability, time);
    }
}
