package dev.millwright.app;

import dev.millwright.app.machines.Pace;
import dev.millwright.history.History;
import dev.millwright.history.HistoryEntry;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Copies the journal into history, page by page, from where it stopped: history may lag, and never counts twice. */
final class HistoryFeed implements AutoCloseable {

    private static final int PAGE = 2_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final TwinEngine twin;
    private final History history;
    private final Pace pace;

    HistoryFeed(TwinEngine twin, History history) {
        this.twin = twin;
        this.history = history;
        pace = new Pace("history", LOOK_EVERY_MILLIS, this::catchUp);
    }

    /** Events in the journal that are not in history yet. */
    long lag() {
        return twin.lastOffset() - history.lastOffset();
    }

    private void catchUp() {
        var page = twin.events(history.lastOffset() + 1, PAGE);
        while (!page.isEmpty()) {
            var entries = new ArrayList<HistoryEntry>();
            page.forEach(event -> add(event, entries));
            history.append(entries, page.getLast().offset());
            page = page.size() < PAGE ? List.<Event>of() : twin.events(history.lastOffset() + 1, PAGE);
        }
    }

    private static void add(Event event, List<HistoryEntry> entries) {
        if (event.fact() instanceof Fact.ReadingsTaken taken) {
            for (var reading : taken.readings()) {
                entries.add(new HistoryEntry.Sample(
                        event.offset(),
                        event.subject().path(),
                        reading.signal(),
                        reading.sourceTime(),
                        reading.value(),
                        reading.quality()));
            }
        } else {
            entries.add(new HistoryEntry.Occurrence(
                    event.offset(),
                    event.type(),
                    event.time(),
                    event.subject().path(),
                    new String(EventJson.write(event), StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() {
        pace.close();
        // What is still on its way to the journal belongs to history too; a twin that has failed has nothing on its
        // way.
        twin.settled().handle((_, _) -> null).join();
        catchUp();
    }
}
