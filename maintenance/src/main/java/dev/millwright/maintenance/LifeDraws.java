package dev.millwright.maintenance;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a unit's remaining life as sorted draws: the earliest of its trends, or where none reaches as far
 * as it can be trusted, what units of this age and health have left.
 */
final class LifeDraws {

    private final double[] sorted;
    private final int byTrend;

    private LifeDraws(double[] sorted, int byTrend) {
        this.sorted = sorted;
        this.byTrend = byTrend;
    }

    /**
     * Draws lives in hours or cycles, or null where there is neither trend nor unit life.
     *
     * @param paceOfAging how much faster than the average unit this one ages: one over its health
     */
    static @Nullable LifeDraws of(
            List<WayToFailure> seen,
            @Nullable WeibullLife unitLife,
            double age,
            double paceOfAging,
            double now,
            MaintenanceConfig config,
            RandomGenerator random) {
        List<WayToFailure> ways =
                seen.stream().filter(way -> way.isTold(now, config)).toList();
        if (ways.isEmpty() && unitLife == null) {
            return null;
        }
        TimeAxis axis = config.axis();
        double trusted =
                ways.stream().mapToDouble(w -> w.trustedSpan(config)).max().orElse(0);
        double[] lives = new double[config.draws()];
        int byTrend = 0;
        for (int i = 0; i < lives.length; i++) {
            double statistical = unitLife == null
                    ? Double.POSITIVE_INFINITY
                    : axis.toSpan(unitLife.remaining(age, random.nextDouble()) / paceOfAging);
            double reached = Double.POSITIVE_INFINITY;
            for (WayToFailure way : ways) {
                double span = way.draw(now, random);
                boolean trustedSoFar = unitLife == null || span <= way.trustedSpan(config);
                if (trustedSoFar && !(way.bounded() && span > statistical)) {
                    reached = Math.min(reached, span);
                }
            }
            byTrend += reached < Double.POSITIVE_INFINITY ? 1 : 0;
            double span = reached < Double.POSITIVE_INFINITY ? reached : statistical;
            lives[i] = axis.toLife(span < Double.POSITIVE_INFINITY ? span : trusted);
        }
        Arrays.sort(lives);
        return new LifeDraws(lives, unitLife == null ? lives.length : byTrend);
    }

    /** Share of draws that fail within the span. */
    double failureWithin(double span) {
        int failed = 0;
        while (failed < sorted.length && sorted[failed] <= span) {
            failed++;
        }
        return (double) failed / sorted.length;
    }

    RemainingLife interval(MaintenanceConfig config) {
        double tail = (1 - config.coverage()) / 2;
        return new RemainingLife(
                Robust.quantile(sorted, 0.5),
                Robust.quantile(sorted, tail),
                Robust.quantile(sorted, 1 - tail),
                config.axis().lifeUnit(),
                2 * byTrend >= sorted.length ? RemainingLife.Basis.TREND : RemainingLife.Basis.UNIT_LIFE);
    }
}
