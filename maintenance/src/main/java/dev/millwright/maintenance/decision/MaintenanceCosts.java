package dev.millwright.maintenance.decision;

/**
 * What failing and maintaining cost besides the hours lost, in the plant's currency.
 *
 * @param failure repair, scrap and what else a failure breaks
 * @param planned crew and parts of maintenance that was planned
 * @param lifeHour what an hour of remaining life that maintenance throws away is worth; {@link AgeReplacement} knows what it
 *     is to a unit that is replaced at the best age
 * @param failureHours how long the machine stands after a failure
 * @param plannedHours how long it stands for planned maintenance
 */
public record MaintenanceCosts(
        double failure, double planned, double lifeHour, double failureHours, double plannedHours) {
    public MaintenanceCosts {
        if (!(failure >= 0 && planned >= 0 && lifeHour >= 0 && failureHours >= 0 && plannedHours > 0)) {
            throw new IllegalArgumentException(
                    "A failure costs %s and %s h, maintenance %s and %s h, an hour of life %s.\nGive no less than 0, and maintenance some time."
                            .formatted(failure, failureHours, planned, plannedHours, lifeHour));
        }
    }
}
