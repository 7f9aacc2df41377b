package dev.millwright.plant.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.millwright.plant.EquipmentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON of events, on disk and on the wire: facts carry their {@code type}, instants are ISO 8601. */
public final class EventJson {

    private static final Map<Class<?>, String> TYPES = Arrays.stream(Fact.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(fact -> fact, fact -> kebab(fact.getSimpleName())));

    private static final JsonMapper MAPPER = mapper();

    private EventJson() {}

    /** A mapper that knows the plant's words; each caller gets one of its own to extend. */
    public static JsonMapper mapper() {
        var mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .addMixIn(Fact.class, TypedFact.class)
                .addMixIn(EquipmentId.class, PathOnly.class)
                .build();
        TYPES.forEach((fact, type) -> mapper.registerSubtypes(new NamedType(fact, type)));
        return mapper;
    }

    /** The kind of a fact, such as {@code machine-state-changed}. */
    public static String type(Fact fact) {
        return TYPES.getOrDefault(fact.getClass(), "unknown");
    }

    /** Every kind of fact there is. */
    public static java.util.Set<String> types() {
        return java.util.Set.copyOf(TYPES.values());
    }

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Event %s cannot be written as JSON: %s".formatted(event.id(), e.getMessage()), e);
        }
    }

    public static Event readEvent(byte[] json) {
        try {
            return MAPPER.readValue(json, Event.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Not the JSON of an event: " + e.getMessage(), e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface TypedFact {}

    private interface PathOnly {
        @JsonValue
        String path();
    }
}
