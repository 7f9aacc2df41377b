package dev.millwright.loop.health;

import dev.millwright.maintenance.MaintenanceConfig;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;

/**
 * How far to look ahead in a plant. The usual figures (a day's horizon, three days' notice, eight hours to learn what is
 * normal) suit machines that run for weeks; where machines last hours, all of them shrink alike. All are hours of running,
 * as is the mean time to failure.
 */
final class Horizons {

    /** Machines that last this long are looked at with the usual figures. */
    private static final double USUAL_LIFE_HOURS = 200;

    private static final double USUAL_BASELINE_HOURS = 8;

    private Horizons() {}

    static MaintenanceConfig of(Plant plant) {
        double shortest = plant.machines().stream()
                .map(Machine::reliability)
                .mapToDouble(reliability -> reliability.mttfHours())
                .min()
                .orElse(USUAL_LIFE_HOURS);
        double scale = Math.min(1, shortest / USUAL_LIFE_HOURS);
        var usual = MaintenanceConfig.HOURS;
        return usual.withHorizon(scale * usual.horizon())
                .withBaselineSpan(scale * USUAL_BASELINE_HOURS)
                .withWish(usual.wish().scaled(scale));
    }
}
