package dev.millwright.gateway;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a search for a better plan tells while it runs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SearchNews.Incumbent.class, name = "incumbent"),
    @JsonSubTypes.Type(value = SearchNews.Search.class, name = "search")
})
public sealed interface SearchNews {

    /** The loop's own search, whatever set it off. */
    String LOOP = "loop";

    /** Which search: a draft's id, or {@link #LOOP}. */
    String search();

    /** What set the search off, in words; null where a person began it. */
    @Nullable
    String trigger();

    /**
     * A better plan was found.
     *
     * @param seconds since the search began
     * @param objective the objective's first level: less is better
     * @param bound no plan's objective is less; null while nothing is known
     */
    record Incumbent(
            String search,
            double seconds,
            long objective,
            @Nullable Double bound,
            long makespanSeconds,
            long tardinessSeconds,
            int lateOrders,
            String origin,
            @Nullable String trigger)
            implements SearchNews {}

    /**
     * A search began or ended.
     *
     * @param state {@code searching}, and then {@code done}, {@code cancelled}, {@code failed} or {@code infeasible}
     */
    record Search(String search, String state, @Nullable String trigger) implements SearchNews {}
}
