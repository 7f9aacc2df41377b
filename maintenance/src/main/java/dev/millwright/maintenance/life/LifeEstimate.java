package dev.millwright.maintenance.life;

/**
 * A remaining life with its interval; at the model's cap: that long or longer.
 *
 * @param expected mean of what is likely
 */
public record LifeEstimate(double expected, double low, double high) {
    /** Whether the interval holds a life. */
    public boolean holds(double life) {
        return life >= low && life <= high;
    }

    /** How long the interval is. */
    public double width() {
        return high - low;
    }
}
