package dev.millwright.maintenance.vibration;

/**
 * What decides at which rates a rolling bearing's faults knock.
 *
 * @param balls or rollers, how many
 * @param ballDiameter in the unit of {@code pitchDiameter}
 * @param pitchDiameter of the circle through the balls' centres
 * @param contactDegrees the contact angle; 0 for deep-groove ball bearings under radial load
 */
public record BearingGeometry(int balls, double ballDiameter, double pitchDiameter, double contactDegrees) {
    public BearingGeometry {
        boolean fits = balls > 0 && ballDiameter > 0 && pitchDiameter > ballDiameter;
        if (!fits || !(contactDegrees >= 0 && contactDegrees < 90)) {
            throw new IllegalArgumentException(
                    "%d balls of %s on a circle of %s at %s degrees are no bearing.\nBoth diameters are in one unit, the ball's the smaller; the angle is below 90."
                            .formatted(balls, ballDiameter, pitchDiameter, contactDegrees));
        }
    }

    /** The rates of its faults, with the inner ring turning and the outer one at rest, without slip (ISO 13373-3, annex). */
    public FaultOrders orders() {
        double ratio = ballDiameter / pitchDiameter * Math.cos(Math.toRadians(contactDegrees));
        double ftf = (1 - ratio) / 2;
        return new FaultOrders(
                ftf, pitchDiameter / ballDiameter / 2 * (1 - ratio * ratio), balls * ftf, balls * (1 + ratio) / 2);
    }
}
