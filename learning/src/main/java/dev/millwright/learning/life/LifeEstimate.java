package dev.millwright.learning.life;

/**
 * A remaining life in cycles, with its interval; at the cap: that long or longer.
 *
 * @param expected mean of what is likely
 */
public record LifeEstimate(double expected, double low, double high) {
    /** Whether the interval holds a life. */
    public boolean holds(double life) {
        return life >= low && life <= high;
    }

    public double width() {
        return high - low;
    }
}
