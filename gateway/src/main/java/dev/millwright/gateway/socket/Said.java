package dev.millwright.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short answers to a client. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Said {

    String type();

    /** These topics are heard from now on; a snapshot of them follows. */
    record Subscribed(String type, List<String> topics) implements Said {}

    /** Here I am. */
    record Pong(String type, @Nullable String id, Instant wallTime) implements Said {}

    /** That was not understood. */
    record Refusal(String type, String title, String detail) implements Said {}

    static Said subscribed(List<String> topics) {
        return new Subscribed("subscribed", topics);
    }

    static Said pong(@Nullable String id) {
        return new Pong("pong", id, Instant.now());
    }

    static Said error(IllegalArgumentException mistake) {
        String words = mistake.getMessage() == null ? "The message is not understood." : mistake.getMessage();
        return new Refusal("error", "The message is not understood", words.replace('\n', ' '));
    }
}
