package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.twin.journal.DirectoryLock;
import dev.millwright.twin.journal.Disk;
import dev.millwright.twin.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The twin: takes drafts, makes them durable, folds them into state, and tells everyone. One thread writes; every other
 * thread reads immutable states.
 *
 * <p>An event is acknowledged when it is on disk and in the state. When the disk fails the twin stops taking drafts
 * rather than promise what it cannot keep; reading goes on, and reopening the directory restores everything that was
 * acknowledged.
 */
public final class TwinEngine implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TwinEngine.class.getName());

    private final PlantIndex index;
    private final DirectoryLock lock;
    private final Journal journal;
    private final SnapshotStore snapshots;
    private final Writer writer;

    private TwinEngine(PlantIndex index, DirectoryLock lock, Journal journal, SnapshotStore snapshots, Writer writer) {
        this.index = index;
        this.lock = lock;
        this.journal = journal;
        this.snapshots = snapshots;
        this.writer = writer;
    }

    /** Opens the data directory, restores the state from it, and begins to take drafts. */
    public static TwinEngine open(Plant plant, Path dataDir, TwinSettings settings, InstantSource wallClock) {
        return open(plant, dataDir, settings, wallClock, Disk.REAL);
    }

    static TwinEngine open(Plant plant, Path dataDir, TwinSettings settings, InstantSource wallClock, Disk disk) {
        try {
            var lock = DirectoryLock.take(dataDir);
            try {
                var index = new PlantIndex(plant);
                var journal = Journal.open(dataDir.resolve("journal"), settings.segmentBytes(), disk);
                var snapshots = new SnapshotStore(dataDir.resolve("snapshots"), index);
                var state = restore(index, journal, snapshots);
                var writer = new Writer(state, journal, snapshots, settings, wallClock);
                writer.start();
                return new TwinEngine(index, lock, journal, snapshots, writer);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory %s cannot be opened: %s.\nCheck that it is there and may be written to."
                            .formatted(dataDir, e.getMessage()),
                    e);
        }
    }

    private static TwinState restore(PlantIndex index, Journal journal, SnapshotStore snapshots) {
        var snapshot = snapshots.latest(journal.lastOffset(), null);
        var state = new TwinState[] {snapshot == null ? TwinState.initial(index) : snapshot};
        long from = state[0].offset();
        journal.forward(from, null, null, event -> {
            state[0] = Fold.apply(state[0], event);
            return true;
        });
        LOG.log(
                Level.INFO,
                "Restored {0} events, {1} of them from the journal.",
                state[0].offset(),
                state[0].offset() - from);
        return state[0];
    }

    /**
     * Takes a draft. The future completes when the event is durable, folded and told to all subscribers; with {@link
     * TwinRefusal} when it contradicts what is known, and with {@link TwinUnavailable} when the disk has failed. Waits
     * while too many drafts are queued; inside a subscriber it never waits, and its future must not be waited for.
     */
    public CompletableFuture<Event> accept(Draft draft) {
        return acceptAll(List.of(draft)).thenApply(List::getFirst);
    }

    /** Takes drafts in their order, all or none; the first that is refused refuses all. */
    public CompletableFuture<List<Event>> acceptAll(List<Draft> drafts) {
        return drafts.isEmpty() ? CompletableFuture.completedFuture(List.of()) : writer.submit(Ticket.of(drafts));
    }

    /** Tells the twin the plant's time: signals grow stale and shelved alarms come back by it. */
    public void tick(Instant plantNow) {
        var unused = ticked(plantNow); // what can go wrong with it is a disk failure, which the writer reports
    }

    /** Done when everything handed in before is answered, accepted or not. */
    public CompletableFuture<Void> settled() {
        return ticked(state().time()).thenAccept(_ -> {});
    }

    CompletableFuture<List<Event>> ticked(Instant plantNow) {
        return writer.submit(Ticket.tick(plantNow));
    }

    /** The state after the latest event. */
    public TwinState state() {
        return writer.state();
    }

    /** Tells a subscriber every change from now on, in order, on the writer's thread: be quick, and wait for nothing. */
    public AutoCloseable subscribe(Consumer<Change> subscriber) {
        return writer.subscribe(subscriber);
    }

    /** Why a machine cannot take a command now, with what would help; empty when it can. */
    public Optional<String> refusal(EquipmentId machine, PackMlCommand command) {
        return Refusals.of(state(), machine, command);
    }

    /** Why a draft would be refused now, with what would help; empty when it would be taken. */
    public Optional<String> refusal(Draft draft) {
        try {
            Admission.check(state(), draft);
            return Optional.empty();
        } catch (TwinRefusal refusal) {
            return Optional.ofNullable(refusal.getMessage());
        }
    }

    /** Why no more drafts are taken; empty while all is well. */
    public Optional<String> trouble() {
        return writer.trouble().map(Throwable::getMessage);
    }

    /** What is now known of the state at a time: reports that came late are in it. */
    public TwinState stateAt(Instant time) {
        var now = state();
        if (!time.isBefore(now.time())) {
            return now;
        }
        var snapshot = snapshots.latest(now.offset(), time);
        var state = new TwinState[] {snapshot == null ? TwinState.initial(index) : snapshot};
        journal.forward(state[0].offset(), null, time, event -> {
            if (event.offset() > now.offset()) {
                return false;
            }
            if (!event.time().isAfter(time)) {
                state[0] = Fold.apply(state[0], event);
            }
            return true;
        });
        return state[0];
    }

    /** Tells what happened after an offset until now once more, as subscribers would have heard it. */
    public void retell(long afterOffset, Consumer<Change> listener) {
        long last = lastOffset();
        var snapshot = snapshots.latest(Math.min(afterOffset, last), null);
        var state = new TwinState[] {snapshot == null ? TwinState.initial(index) : snapshot};
        journal.forward(state[0].offset(), null, null, event -> {
            if (event.offset() > last) {
                return false;
            }
            var before = state[0];
            state[0] = Fold.apply(before, event);
            if (event.offset() > afterOffset) {
                listener.accept(new Change(event, before, state[0]));
            }
            return true;
        });
    }

    /**
     * A state in which an order still stands that closed so long ago that {@link #state()} has let it go; it and its lots
     * are in it as they ended, and little else. Empty when the event with this offset did not add it.
     *
     * @param added the offset of the event that added the order
     */
    public Optional<TwinState> pastOrder(String order, long added) {
        long last = lastOffset();
        var story = new OrderStory(index, order, added);
        journal.forward(added - 1, null, null, event -> event.offset() <= last && story.hear(event));
        return story.told();
    }

    /** Events in order, beginning with an offset. */
    public List<Event> events(long fromOffset, int limit) {
        return events(EventQuery.all().after(Math.max(0, fromOffset - 1)).atMost(limit));
    }

    /** The events a query asks for; to go on, ask again with the last one's offset as cursor. */
    public List<Event> events(EventQuery query) {
        var found = new ArrayList<Event>();
        long last = lastOffset();
        if (query.newestFirst()) {
            long before = query.cursor() == 0 ? last + 1 : query.cursor();
            journal.backward(before, query.from(), query.to(), event -> collect(found, query, event, last));
        } else {
            journal.forward(query.cursor(), query.from(), query.to(), event -> collect(found, query, event, last));
        }
        return List.copyOf(found);
    }

    private static boolean collect(List<Event> found, EventQuery query, Event event, long last) {
        if (event.offset() <= last && query.matches(event)) {
            found.add(event);
        }
        return found.size() < query.limit();
    }

    /** The event with an id such as {@code e17}; empty when there is none. */
    public Optional<Event> event(String id) {
        if (!id.matches("e[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        long offset = Long.parseLong(id.substring(1));
        return offset > lastOffset()
                ? Optional.empty()
                : events(offset, 1).stream().findFirst();
    }

    public long lastOffset() {
        return state().offset();
    }

    /** Takes nothing more, makes what is queued durable, keeps a snapshot, and lets go of the directory. */
    @Override
    public void close() {
        writer.close();
        @Nullable IOException trouble = null;
        try {
            journal.close();
        } catch (IOException e) {
            trouble = e;
        }
        try {
            lock.close();
        } catch (IOException e) {
            trouble = e;
        }
        if (trouble != null) {
            throw new UncheckedIOException("The twin could not be closed well: " + trouble.getMessage(), trouble);
        }
    }
}
