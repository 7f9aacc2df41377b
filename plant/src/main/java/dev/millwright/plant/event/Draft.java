package dev.millwright.plant.event;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the journal, which gives it its offset.
 *
 * @param time when it happened, by the plant's clock
 * @param source who says so, such as {@code sparkplug/board-shop/line-1} or {@code loop}
 * @param subject the equipment it happened to
 * @param correlation the id of the event that began the story; {@code null} when this one does
 * @param causation the id of the event that directly caused it, if one did
 * @param reason why, in words for a person
 */
public record Draft(
        Instant time,
        String source,
        EquipmentId subject,
        @Nullable String correlation,
        @Nullable String causation,
        @Nullable String reason,
        Fact fact) {

    public static Draft of(Instant time, String source, EquipmentId subject, Fact fact) {
        return new Draft(time, source, subject, null, null, null, fact);
    }

    /** The same draft, told as a consequence of an earlier event. */
    public Draft causedBy(Event cause) {
        return new Draft(time, source, subject, cause.story(), cause.id(), reason, fact);
    }

    public Draft because(String words) {
        return new Draft(time, source, subject, correlation, causation, words, fact);
    }
}
