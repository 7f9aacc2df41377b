package dev.millwright.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of events, newest first.
 *
 * @param next what to ask the next page {@code before}; null on the last page
 */
public record EventPage(
        List<HistoryEntry.Occurrence> events, @Nullable Long next) {

    public EventPage {
        events = List.copyOf(events);
    }
}
