package dev.millwright.loop.health;

import dev.millwright.maintenance.drift.DriftReport;
import java.util.List;

/**
 * How far machines have moved away from what a version was trained on.
 *
 * @param fleet all of them together
 * @param machines each, the farthest first
 */
public record ModelDrift(DriftReport fleet, List<DriftReport> machines) {
    public ModelDrift {
        machines = List.copyOf(machines);
    }
}
