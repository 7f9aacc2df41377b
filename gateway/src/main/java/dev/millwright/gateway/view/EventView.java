package dev.millwright.gateway.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.EventJson;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as a CloudEvent (1.0); correlation, causation, reason, offset and wallrecorded are extensions. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        String specversion,
        String id,
        String source,

        @Schema(examples = "dev.millwright.machine-state-changed.v1")
        String type,

        Instant time,
        String subject,
        String datacontenttype,
        @Nullable String correlation,
        @Nullable String causation,
        long offset,
        @Nullable String reason,
        Instant wallrecorded,
        @Schema(type = SchemaType.OBJECT) JsonNode data) {

    private static final JsonMapper MAPPER = EventJson.mapper();
    private static final String PREFIX = "dev.millwright.";
    private static final String VERSION = ".v1";

    public static EventView of(Event event) {
        return new EventView(
                "1.0",
                event.id(),
                event.source(),
                PREFIX + event.type() + VERSION,
                event.time(),
                event.subject().path(),
                "application/json",
                event.correlation(),
                event.causation(),
                event.offset(),
                event.reason(),
                event.recorded(),
                MAPPER.valueToTree(event.fact()));
    }

    /** The fact's kind out of either form, {@code order-added} or {@code dev.millwright.order-added.v1}. */
    public static String kind(String type) {
        return type.startsWith(PREFIX) && type.endsWith(VERSION)
                ? type.substring(PREFIX.length(), type.length() - VERSION.length())
                : type;
    }
}
