package dev.millwright.gateway.plans;

import dev.millwright.gateway.SearchNews;
import dev.millwright.scheduling.schedule.Incumbent;
import org.jspecify.annotations.Nullable;

/**
 * A better plan on the way to the best.
 *
 * @param seconds since the search began
 * @param bound no plan's objective is less; null while nothing is known
 * @param origin what found it
 */
public record Found(double seconds, @Nullable Double bound, Figures figures, String origin) {

    private static final double NANOS_A_SECOND = 1e9;

    static Found of(Incumbent incumbent) {
        return new Found(
                incumbent.elapsed().toNanos() / NANOS_A_SECOND,
                Double.isFinite(incumbent.bound()) ? incumbent.bound() : null,
                Figures.of(incumbent.schedule().score()),
                incumbent.schedule().origin());
    }

    SearchNews news(String search) {
        return new SearchNews.Incumbent(
                search,
                seconds,
                figures.objective(),
                bound,
                figures.makespanSeconds(),
                figures.tardinessSeconds(),
                figures.lateOrders(),
                origin,
                null);
    }
}
