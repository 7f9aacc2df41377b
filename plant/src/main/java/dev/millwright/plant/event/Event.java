package dev.millwright.plant.event;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A durable fact: what happened, when, to what, who says so and why.
 *
 * @param offset its place in the journal, from 1 without gaps
 * @param time when it happened, by the plant's clock
 * @param recorded when the journal took it, by the wall clock
 * @param correlation the id of the event that began the story, if another did
 * @param causation the id of the event that directly caused this one, if one did
 */
public record Event(
        long offset,
        Instant time,
        Instant recorded,
        String source,
        EquipmentId subject,
        @Nullable String correlation,
        @Nullable String causation,
        @Nullable String reason,
        Fact fact) {

    /** Unique within the journal: its offset in words. */
    public String id() {
        return "e" + offset;
    }

    /** The id under which everything this event leads to is told. */
    public String story() {
        return correlation == null ? id() : correlation;
    }

    /** The fact's kind, such as {@code machine-state-changed}. */
    public String type() {
        return EventJson.type(fact);
    }

    public static Event of(long offset, Instant recorded, Draft draft) {
        return new Event(
                offset,
                draft.time(),
                recorded,
                draft.source(),
                draft.subject(),
                draft.correlation(),
                draft.causation(),
                draft.reason(),
                draft.fact());
    }
}
