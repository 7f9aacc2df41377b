package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.gateway.SearchNews;
import dev.millwright.loop.planning.PlanSearch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopSearchesTest {

    private final List<SearchNews> told = new ArrayList<>();
    private final LoopSearches searches = new LoopSearches(told::add);

    @Test
    void aSearchIsToldFromItsBeginToItsEnd() {
        searches.accept(new PlanSearch.Began("press-1 failed"));
        searches.accept(
                new PlanSearch.Better("press-1 failed", 0.5, 1200.4, Double.NEGATIVE_INFINITY, 60, 5, 1, "tabu"));
        searches.accept(new PlanSearch.Ended("press-1 failed", PlanSearch.End.DONE, List.of()));
        assertThat(told)
                .containsExactly(
                        new SearchNews.Search("loop", "searching", "press-1 failed"),
                        new SearchNews.Incumbent("loop", 0.5, 1200, null, 60, 5, 1, "tabu", "press-1 failed"),
                        new SearchNews.Search("loop", "done", "press-1 failed"));
    }

    /** A screen that heard the stopped search's end last would show that nobody searches. */
    @Test
    void theEndOfAStoppedSearchDoesNotHideTheOneThatFollows() {
        searches.accept(new PlanSearch.Began("press-1 failed"));
        searches.accept(new PlanSearch.Began("order O-9 was added"));
        searches.accept(new PlanSearch.Ended("press-1 failed", PlanSearch.End.CANCELLED, List.of()));
        assertThat(told.getLast()).isEqualTo(new SearchNews.Search("loop", "searching", "order O-9 was added"));
        searches.accept(new PlanSearch.Ended("order O-9 was added", PlanSearch.End.DONE, List.of("two pins clash")));
        assertThat(told.getLast()).isEqualTo(new SearchNews.Search("loop", "infeasible", "order O-9 was added"));
    }
}
