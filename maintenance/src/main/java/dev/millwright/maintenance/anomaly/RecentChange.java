package dev.millwright.maintenance.anomaly;

/**
 * One signal as two: where it stands, and how far that is from its recent past. A signal that is alone has no company to
 * be held against; its own past takes that place.
 */
public final class RecentChange {

    private final double forgetting;
    private double past = Double.NaN;

    /**
     * Remembers so many rows.
     *
     * @param rows length of the recent past; its moving average weighs them as an ordinary one of that length would
     */
    public RecentChange(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A recent past of %d rows is none.\nGive 1 or more.".formatted(rows));
        }
        forgetting = 2.0 / (rows + 1);
    }

    /** The value and its distance from the recent past, both NaN where it is missing. */
    public double[] take(double value) {
        if (!Double.isFinite(value)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        past = Double.isNaN(past) ? value : past;
        double change = value - past;
        past += forgetting * change;
        return new double[] {value, change};
    }
}
