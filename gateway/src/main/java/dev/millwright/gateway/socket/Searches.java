package dev.millwright.gateway.socket;

import dev.millwright.gateway.SearchNews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest of each search for a plan. Solvers tell it from their own threads, as often as they like; a client hears
 * the present of each search and is spared the steps it was too slow for.
 */
final class Searches {

    private static final int KEPT = 25;
    private static final String RUNNING = "searching";

    private final Json json;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private long number;

    /** Messages to send, and the number up to which whoever was sent them knows everything. */
    record News(long number, List<byte[]> messages) {}

    private static final class Told {
        final long number;
        final SearchNews news;
        private byte @Nullable [] bytes;

        Told(long number, SearchNews news) {
            this.number = number;
            this.news = news;
        }
    }

    /** One search: where it stands, and its best plan. */
    private static final class Line {
        @Nullable
        Told state;

        @Nullable
        Told incumbent;

        boolean running() {
            return state != null
                    && state.news instanceof SearchNews.Search said
                    && said.state().equals(RUNNING);
        }

        Stream<Told> told() {
            return Stream.concat(Stream.ofNullable(state), Stream.ofNullable(incumbent));
        }
    }

    Searches(Json json) {
        this.json = json;
    }

    synchronized void hear(SearchNews news) {
        var line = lines.computeIfAbsent(news.search(), _ -> new Line());
        var told = new Told(++number, news);
        switch (news) {
            case SearchNews.Incumbent _ -> line.incumbent = told;
            case SearchNews.Search said -> {
                line.state = told;
                if (said.state().equals(RUNNING)) {
                    line.incumbent = null;
                }
            }
        }
        if (lines.size() > KEPT) {
            lines.entrySet().stream()
                    .filter(entry -> !entry.getValue().running())
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .ifPresent(lines::remove);
        }
    }

    /** What was told after a number, in order; before the first, what is going on now. */
    synchronized News after(@Nullable Long known) {
        var wanted = new ArrayList<Told>();
        for (var line : lines.values()) {
            line.told()
                    .filter(told -> known == null ? line.running() : told.number > known)
                    .forEach(wanted::add);
        }
        wanted.sort(Comparator.comparingLong(told -> told.number));
        return new News(number, wanted.stream().map(this::bytes).toList());
    }

    private byte[] bytes(Told told) {
        var known = told.bytes;
        if (known == null) {
            known = json.bytes(told.news);
            told.bytes = known;
        }
        return known;
    }
}
