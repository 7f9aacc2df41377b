package dev.millwright.maintenance.anomaly;

/**
 * How unusual a row is: each statistic as a multiple of its control limit.
 *
 * @param principal Hotelling's T2, along the principal plane; 0 where one signal is watched
 * @param residual off the plane: signals that break with one another
 */
public record JointScore(double principal, double residual) {

    /** The larger of the two; above 1 a row is unusual. */
    public double index() {
        return Math.max(principal, residual);
    }
}
