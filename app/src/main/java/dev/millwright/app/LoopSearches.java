package dev.millwright.app;

import dev.millwright.gateway.SearchNews;
import dev.millwright.loop.planning.PlanSearch;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The loop's searches as the gateway tells them: one after the other, though the end of a stopped one may come after the
 * begin of the next.
 */
final class LoopSearches implements Consumer<PlanSearch> {

    private final Consumer<SearchNews> listener;
    private int running;

    LoopSearches(Consumer<SearchNews> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(PlanSearch search) {
        switch (search) {
            case PlanSearch.Began(var trigger) -> {
                running++;
                listener.accept(new SearchNews.Search(SearchNews.LOOP, "searching", trigger));
            }
            case PlanSearch.Better better -> listener.accept(incumbent(better));
            case PlanSearch.Ended ended -> {
                running--;
                if (running == 0) {
                    var state = ended.conflicts().isEmpty() ? word(ended.end()) : "infeasible";
                    listener.accept(new SearchNews.Search(SearchNews.LOOP, state, ended.trigger()));
                }
            }
        }
    }

    private static SearchNews incumbent(PlanSearch.Better better) {
        return new SearchNews.Incumbent(
                SearchNews.LOOP,
                better.seconds(),
                Math.round(better.objective()),
                Double.isFinite(better.bound()) ? better.bound() : null,
                better.makespanSeconds(),
                better.tardinessSeconds(),
                better.lateLots(),
                better.origin(),
                better.trigger());
    }

    private static String word(PlanSearch.End end) {
        return end.name().toLowerCase(Locale.ROOT);
    }
}
