package dev.millwright.maintenance.drift;

import dev.millwright.plant.Stability;
import java.util.Comparator;
import java.util.List;

/**
 * How far a machine, or a fleet, has moved away from training.
 *
 * @param rows its latest, over which was counted
 * @param signals one each, the farthest first; none while there are too few rows
 */
public record DriftReport(String machine, long rows, List<SignalDrift> signals) {
    public DriftReport {
        signals = signals.stream()
                .sorted(Comparator.comparingDouble(SignalDrift::psi).reversed())
                .toList();
    }

    /** The word for the signal that has moved most. */
    public Stability stability() {
        return signals.stream()
                .map(SignalDrift::stability)
                .max(Comparator.naturalOrder())
                .orElse(Stability.STABLE);
    }
}
