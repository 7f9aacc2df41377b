package dev.millwright.maintenance;

import java.util.List;

/**
 * The distribution of unit lives, fitted by maximum likelihood.
 *
 * @param shape below 1 infant mortality, 1 no memory, above 1 wear-out
 * @param scale the life that 63 % of units do not reach
 */
public record WeibullLife(double shape, double scale) {

    private static final int ENOUGH_FOR_SHAPE = 5;
    private static final double MAX_SHAPE = 50;

    public WeibullLife {
        if (!(shape > 0 && scale > 0)) {
            throw new IllegalArgumentException(
                    "A Weibull life of shape %s and scale %s does not exist.\nBoth are positive."
                            .formatted(shape, scale));
        }
    }

    /** The likeliest distribution; fewer than five lives tell only their mean, so they get no memory (shape 1). */
    public static WeibullLife fit(List<Double> lives) {
        if (lives.isEmpty()) {
            throw new IllegalArgumentException("No unit life was given.\nGive at least one, or an expected life.");
        }
        if (lives.size() < ENOUGH_FOR_SHAPE) {
            return new WeibullLife(
                    1, lives.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
        }
        double low = 0.05;
        double high = MAX_SHAPE;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (likelihoodSlope(lives, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double shape = (low + high) / 2;
        double longest = longest(lives);
        double mean = lives.stream()
                .mapToDouble(l -> Math.pow(l / longest, shape))
                .average()
                .orElseThrow();
        return new WeibullLife(shape, longest * Math.pow(mean, 1 / shape));
    }

    /** Probability that a unit of this age fails within the span. */
    public double failureWithin(double age, double span) {
        return -Math.expm1(Math.pow(age / scale, shape) - Math.pow((age + span) / scale, shape));
    }

    /** Remaining life of a unit of this age that the share {@code p} of such units does not reach. */
    public double remaining(double age, double p) {
        double consumed = Math.pow(age / scale, shape);
        return Math.max(0, scale * Math.pow(consumed - Math.log1p(-p), 1 / shape) - age);
    }

    /** Derivative of the profile likelihood by shape, which falls in shape; lives are scaled so that powers stay finite. */
    private static double likelihoodSlope(List<Double> lives, double shape) {
        double longest = longest(lives);
        double powers = 0;
        double weightedLogs = 0;
        double logs = 0;
        for (double life : lives) {
            double log = Math.log(life / longest);
            double power = Math.exp(shape * log);
            powers += power;
            weightedLogs += power * log;
            logs += log;
        }
        return 1 / shape + logs / lives.size() - weightedLogs / powers;
    }

    private static double longest(List<Double> lives) {
        return lives.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
