package dev.millwright.plant;

/**
 * How a machine fails and is repaired.
 *
 * @param mttfHours mean operating time to failure
 * @param mttrMinutes mean time to restoration
 * @param shape Weibull shape of the time to failure: 1 is memoryless, above 1 the machine wears
 * @param maintenanceMinutes how long preventive maintenance takes
 */
public record Reliability(double mttfHours, double mttrMinutes, double shape, double maintenanceMinutes) {

    public Reliability {
        if (!(mttfHours > 0) || !(mttrMinutes > 0) || !(shape > 0) || !(maintenanceMinutes > 0)) {
            throw new IllegalArgumentException(
                    "Failure behaviour mttf %s h, mttr %s min, shape %s, maintenance %s min.\nAll four are greater than zero."
                            .formatted(mttfHours, mttrMinutes, shape, maintenanceMinutes));
        }
    }
}
