package dev.millwright.gateway.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client of the live feed may say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = ClientMessage.Unsubscribe.class, name = "unsubscribe"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ClientMessage.Resume.class, name = "resume")
})
sealed interface ClientMessage {

    JsonMapper MAPPER = JsonMapper.builder().build();

    /** Hear these topics, and no others. */
    record Subscribe(@Nullable List<String> topics) implements ClientMessage {}

    /** Hear these topics no more. */
    record Unsubscribe(@Nullable List<String> topics) implements ClientMessage {}

    /** Are you there? */
    record Ping(@Nullable String id) implements ClientMessage {}

    /** Go on after this number. */
    record Resume(long seq) implements ClientMessage {}

    static ClientMessage parse(String text) {
        try {
            var message = MAPPER.readValue(text, ClientMessage.class);
            if (message == null) {
                throw notUnderstood("null says nothing", null);
            }
            return message;
        } catch (JsonProcessingException e) {
            String what = e.getOriginalMessage();
            throw notUnderstood(
                    what == null ? "no JSON" : what.lines().findFirst().orElse("no JSON"), e);
        }
    }

    private static IllegalArgumentException notUnderstood(String what, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The message is not understood: %s.\nSend {\"type\": \"subscribe\", \"topics\": [\"all\"]}, unsubscribe, ping or resume."
                        .formatted(what),
                cause);
    }
}
