package dev.millwright.history;

import dev.millwright.plant.Quality;
import java.time.Instant;

/** One row of history, with the journal offset it comes from. */
public sealed interface HistoryEntry {

    long offset();

    /** One sample of one signal; several may come from one journal event. */
    record Sample(long offset, String machine, String signal, Instant time, double value, Quality quality)
            implements HistoryEntry {}

    /** One event, with its whole content as JSON. */
    record Occurrence(long offset, String type, Instant time, String subject, String json) implements HistoryEntry {}
}
