package dev.millwright.plant;

/**
 * How far estimates were from a life that has ended.
 *
 * @param leftAtMost those made while no more than this was left in truth
 * @param estimates how many
 * @param absolute the sum of how far each lay from the truth
 * @param covered how many held the truth in their interval
 */
public record LifeError(double leftAtMost, long estimates, double absolute, long covered) {

    /** With the estimates of another life. */
    public LifeError plus(LifeError other) {
        return new LifeError(
                leftAtMost, estimates + other.estimates, absolute + other.absolute, covered + other.covered);
    }

    /** How far an estimate lay from the truth on average; 0 before the first. */
    public double mean() {
        return estimates == 0 ? 0 : absolute / estimates;
    }

    /** The share of estimates that held the truth in their interval; 0 before the first. */
    public double coverage() {
        return estimates == 0 ? 0 : (double) covered / estimates;
    }
}
