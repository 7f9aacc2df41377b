package dev.millwright.gateway.rest;

import dev.millwright.gateway.Outcome;
import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import dev.millwright.gateway.view.Page;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What all routes answer alike: pages, tags, refusals. */
final class Answers {

    static final String USUAL_LIMIT = "100";
    private static final int MOST = 1000;

    private Answers() {}

    /** The part of a sorted collection that follows the cursor, which names the last item already seen. */
    static <V> RestResponse<Page<V>> page(
            UriInfo uri, List<V> all, Function<V, String> id, @Nullable String cursor, int limit) {
        requireLimit(limit);
        int begin = 0;
        if (cursor != null) {
            String last = decode(cursor);
            while (begin < all.size() && !id.apply(all.get(begin)).equals(last)) {
                begin++;
            }
            if (begin++ == all.size()) {
                throw ProblemException.invalid("cursor", "the item it stands at is no longer there; start anew");
            }
        }
        var items = all.subList(begin, Math.min(all.size(), begin + limit));
        String next = begin + limit < all.size() ? encode(id.apply(items.getLast())) : null;
        return page(uri, new Page<>(items, next, (long) all.size()));
    }

    static <V> RestResponse<Page<V>> page(UriInfo uri, Page<V> page) {
        var answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            String link = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            answer.header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"");
        }
        return answer.build();
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "%d is not from 1 to %d".formatted(limit, MOST));
        }
    }

    static String encode(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "'%s' is none that was given out".formatted(cursor));
        }
    }

    /** The offset a cursor of the journal stands for. */
    static long offset(String cursor) {
        String text = decode(cursor);
        if (!text.matches("\\d{1,18}")) {
            throw ProblemException.invalid("cursor", "'%s' is none that was given out".formatted(cursor));
        }
        return Long.parseLong(text);
    }

    /** Ends the request with 304, or 412, when the tag says that there is nothing to do. */
    static EntityTag check(Request request, EntityTag tag) {
        var done = request.evaluatePreconditions(tag);
        if (done != null) {
            var answer = done.build();
            if (answer.getStatus() == ProblemKind.CHANGED_MEANWHILE.status()) {
                throw ProblemException.of(
                        ProblemKind.CHANGED_MEANWHILE,
                        "It is not at the version '%s' any more that the request names.".formatted(tag.getValue()),
                        "Read it again, look at what changed, and send the request with the new ETag.");
            }
            throw new WebApplicationException(answer);
        }
        return tag;
    }

    /** What came of it, or the refusal as a problem. */
    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why, var cure) -> throw ProblemException.of(ProblemKind.CONFLICT, why, cure);
            case Outcome.Unfit<T>(var why, var cure) -> throw ProblemException.of(ProblemKind.UNFIT, why, cure);
            case Outcome.Unavailable<T>(var why, var cure) ->
                throw ProblemException.of(ProblemKind.UNAVAILABLE, why, cure);
        };
    }

    static String by(@Nullable String name) {
        return name == null || name.isBlank() ? "api" : name.strip();
    }
}
