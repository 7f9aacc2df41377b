package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the journal to read.
 *
 * @param subject only events of this equipment and of all below it; {@code null} for any
 * @param types only these kinds, such as {@code machine-state-changed}; empty for all
 * @param from only events that happened at this time or later
 * @param to only events that happened before this time
 * @param correlation only the event with this id and what it led to
 * @param cursor the offset of the last event already seen; 0 to begin at the first, or at the newest
 * @param newestFirst true to read backwards
 * @param limit how many events at most
 */
public record EventQuery(
        @Nullable EquipmentId subject,
        Set<String> types,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String correlation,
        long cursor,
        boolean newestFirst,
        int limit) {

    private static final int USUAL_LIMIT = 100;

    public EventQuery {
        types = Set.copyOf(types);
        if (limit < 1 || cursor < 0) {
            throw new IllegalArgumentException(
                    "Event query with limit %d and cursor %d.\nThe limit starts at 1, the cursor at 0."
                            .formatted(limit, cursor));
        }
    }

    /** Every event, oldest first. */
    public static EventQuery all() {
        return new EventQuery(null, Set.of(), null, null, null, 0, false, USUAL_LIMIT);
    }

    public EventQuery about(EquipmentId equipment) {
        return new EventQuery(equipment, types, from, to, correlation, cursor, newestFirst, limit);
    }

    public EventQuery ofTypes(Set<String> kinds) {
        return new EventQuery(subject, kinds, from, to, correlation, cursor, newestFirst, limit);
    }

    public EventQuery between(@Nullable Instant start, @Nullable Instant end) {
        return new EventQuery(subject, types, start, end, correlation, cursor, newestFirst, limit);
    }

    public EventQuery inStory(String story) {
        return new EventQuery(subject, types, from, to, story, cursor, newestFirst, limit);
    }

    public EventQuery after(long offset) {
        return new EventQuery(subject, types, from, to, correlation, offset, newestFirst, limit);
    }

    public EventQuery backwards() {
        return new EventQuery(subject, types, from, to, correlation, cursor, true, limit);
    }

    public EventQuery atMost(int events) {
        return new EventQuery(subject, types, from, to, correlation, cursor, newestFirst, events);
    }

    /** True when the event is one of those asked for, whatever the cursor says. */
    public boolean matches(Event event) {
        return (subject == null || subject.contains(event.subject()))
                && (types.isEmpty() || types.contains(event.type()))
                && (from == null || !event.time().isBefore(from))
                && (to == null || event.time().isBefore(to))
                && (correlation == null || correlation.equals(event.correlation()) || correlation.equals(event.id()));
    }
}
