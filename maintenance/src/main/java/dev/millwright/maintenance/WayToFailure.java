package dev.millwright.maintenance;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A trend and the wear at which it ends in failure.
 *
 * @param thresholds the levels at which failures were seen, one of which each draw takes
 * @param bounded true where nobody set the threshold: unit-life statistics then bound the answer
 */
record WayToFailure(Trend trend, List<Double> thresholds, boolean bounded) {

    private static final List<Double> LIMIT = List.of(1.0);

    /** Towards an alarm limit, or the critical level of a rule. */
    static WayToFailure toLimit(Trend trend) {
        return new WayToFailure(trend, LIMIT, false);
    }

    /** Towards the levels at which earlier failures came, or the assumed one where there were none. */
    static WayToFailure asSeen(Trend trend, List<Double> levels) {
        return new WayToFailure(trend, levels.isEmpty() ? LIMIT : List.copyOf(levels), true);
    }

    double draw(double now, RandomGenerator random) {
        double threshold =
                thresholds.size() == 1 ? thresholds.getFirst() : thresholds.get(random.nextInt(thresholds.size()));
        return trend.draw(now, threshold, random);
    }

    /** True where the trend has already come so far that its end may be told from it. */
    boolean isTold(double now, MaintenanceConfig config) {
        double threshold =
                thresholds.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        return trend.expected(now, threshold) <= trustedSpan(config);
    }

    double trustedSpan(MaintenanceConfig config) {
        return trend.span() * config.trustedSpans();
    }
}
