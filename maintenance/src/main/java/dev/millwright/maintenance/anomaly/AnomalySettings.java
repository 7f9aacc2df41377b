package dev.millwright.maintenance.anomaly;

/**
 * How a joint model learns and watches.
 *
 * @param smoothing share of the newest row in the moving average that is judged (EWMA), up to 1: each row for itself
 * @param limitDeviations standard deviations of the normal law at which a control limit stands: 3.09 lets one healthy
 *     row in a thousand pass it, 2.33 one in a hundred
 */
public record AnomalySettings(double smoothing, double limitDeviations) {

    public static final AnomalySettings DEFAULT = new AnomalySettings(0.1, 3.09);

    public AnomalySettings {
        if (!(smoothing > 0 && smoothing <= 1 && limitDeviations > 0)) {
            throw new IllegalArgumentException(
                    "Smoothing %s and a limit at %s deviations watch nothing.\n".formatted(smoothing, limitDeviations)
                            + "Give a smoothing above 0 and up to 1, and a positive limit, such as 0.1 and 3.09.");
        }
    }

    /** Rows until the moving average has forgotten that it began at nothing. */
    int warmUp() {
        return smoothing == 1 ? 0 : (int) (2 / smoothing);
    }

    /** Standard deviation of the moving average of independent rows of deviation 1. */
    double independentSpread() {
        return Math.sqrt(smoothing / (2 - smoothing));
    }
}
