package dev.millwright.maintenance.decision;

import dev.millwright.maintenance.life.LifeDistribution;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A machine for which it is to be decided when to maintain it.
 *
 * @param life how likely each remaining life is
 * @param lifePerHour how much of that life an hour of the calendar uses up: cycles an hour, or the share of hours it runs
 * @param now when the life was estimated
 * @param zone in which times are told
 * @param preparationHours until crew and parts can be there
 * @param horizonHours within which it is to be decided: what would better be done later is not done now
 * @param currency stands beside amounts of money; empty for none
 */
public record MaintenanceCase(
        LifeDistribution life,
        double lifePerHour,
        Instant now,
        ZoneId zone,
        MaintenanceCosts costs,
        DowntimeCost downtime,
        double preparationHours,
        double horizonHours,
        String currency) {
    public MaintenanceCase {
        if (!(lifePerHour > 0) || !(preparationHours >= 0 && preparationHours <= horizonHours)) {
            throw new IllegalArgumentException(
                    "%s of life an hour, preparation %s h, horizon %s h\nGive a machine that runs, and a horizon beyond the preparation."
                            .formatted(lifePerHour, preparationHours, horizonHours));
        }
    }

    /** How far each hour is reckoned: to the horizon, or to where the model's cap lies. */
    double knownHours() {
        return Math.max(preparationHours, Math.min(horizonHours, life.cap() / lifePerHour));
    }

    /** How far the model's knowledge reaches: to its cap, where that is later than {@link #knownHours}. */
    double capHours() {
        return Math.max(knownHours(), life.cap() / lifePerHour);
    }

    Instant at(double hours) {
        return now.plusSeconds(Math.round(hours * 3_600));
    }
}
