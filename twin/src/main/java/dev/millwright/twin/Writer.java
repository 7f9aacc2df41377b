package dev.millwright.twin;

import dev.millwright.plant.event.Event;
import dev.millwright.twin.journal.Journal;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one thread that writes: drains the queue, folds, makes durable with one sync, publishes, tells, answers. */
final class Writer {

    private static final Logger LOG = System.getLogger(Writer.class.getName());
    private static final int MOST_DRAFTS_A_BATCH = 8192;

    private final Journal journal;
    private final SnapshotStore snapshots;
    private final TwinSettings settings;
    private final InstantSource wallClock;
    private final LinkedBlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final Duplicates duplicates = new Duplicates();
    private final List<Consumer<Change>> subscribers = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "twin-writer");
    private final ExecutorService answers = background("twin-answers");
    private final ExecutorService snapshotting = background("twin-snapshots");
    private final Ticket end = Ticket.of(List.of());

    private volatile TwinState state;
    private volatile @Nullable TwinUnavailable trouble;
    private volatile boolean snapshotRuns;
    private long snapshotAt;
    private boolean closed;

    Writer(TwinState state, Journal journal, SnapshotStore snapshots, TwinSettings settings, InstantSource wallClock) {
        this.state = state;
        this.journal = journal;
        this.snapshots = snapshots;
        this.settings = settings;
        this.wallClock = wallClock;
        room = new Semaphore(settings.queuedDrafts());
        snapshotAt = state.offset();
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    TwinState state() {
        return state;
    }

    Optional<TwinUnavailable> trouble() {
        return Optional.ofNullable(trouble);
    }

    AutoCloseable subscribe(Consumer<Change> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    CompletableFuture<List<Event>> submit(Ticket ticket) {
        boolean waits = Thread.currentThread() != thread;
        if (waits) {
            room.acquireUninterruptibly(weight(ticket));
        }
        synchronized (this) {
            if (closed) {
                ticket.fail(new TwinUnavailable("The twin is closed.\nOpen its data directory again.", null));
            } else {
                queue.add(ticket);
            }
        }
        return waits ? ticket.done().whenComplete((events, failure) -> room.release(weight(ticket))) : ticket.done();
    }

    private int weight(Ticket ticket) {
        return Math.min(ticket.weight(), settings.queuedDrafts());
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(end);
        }
        join();
        snapshotting.close();
        if (trouble == null && state.offset() > snapshotAt) {
            snapshot(state);
        }
        answers.close();
    }

    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work();
        } catch (Error e) {
            LOG.log(Level.ERROR, "The twin's writer has died; nothing is taken any more.", e);
            synchronized (this) {
                closed = true;
            }
            var dead = new TwinUnavailable("The twin's writer has died: " + e + ".\nRestart it.", e);
            trouble = dead;
            queue.forEach(ticket -> ticket.fail(dead));
            throw e;
        }
    }

    private void work() {
        var tickets = new ArrayList<Ticket>();
        boolean open = true;
        while (open) {
            tickets.clear();
            open = drain(tickets);
            var broken = trouble;
            if (broken == null) {
                commit(tickets);
            } else {
                answers.execute(failing(tickets, broken));
            }
        }
    }

    /** Waits for tickets and takes as many as make a good batch; false when the last one was among them. */
    private boolean drain(List<Ticket> tickets) {
        int drafts = 0;
        for (var next = take(); next != null; next = drafts < MOST_DRAFTS_A_BATCH ? queue.poll() : null) {
            if (next == end) {
                return false;
            }
            tickets.add(next);
            drafts += next.weight();
        }
        return true;
    }

    private Ticket take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                LOG.log(Level.WARNING, "The twin's writer was interrupted and goes on; close the twin to end it.");
            }
        }
    }

    private void commit(List<Ticket> tickets) {
        var batch = new Batch(state, wallClock.instant(), settings.staleGrace(), duplicates);
        var refused = new ArrayList<Runnable>();
        for (var ticket : tickets) {
            batch.add(ticket, refused);
        }
        if (!batch.events().isEmpty()) {
            try {
                journal.append(batch.events());
            } catch (IOException | RuntimeException e) {
                var broken = new TwinUnavailable(
                        "The journal cannot be written: %s.\nNo more events are taken. Make room or mend the disk, then restart."
                                .formatted(e.getMessage()),
                        e);
                trouble = broken;
                LOG.log(Level.ERROR, broken.getMessage(), e);
                answers.execute(failing(batch.accepted(), broken));
                refused.forEach(answers::execute);
                return;
            }
            batch.changes().forEach(this::publish);
        }
        var accepted = batch.accepted();
        answers.execute(() -> {
            refused.forEach(Runnable::run);
            accepted.forEach(Ticket::succeed);
        });
        snapshotIfDue();
    }

    private void publish(Change change) {
        state = change.after();
        for (var subscriber : subscribers) {
            try {
                subscriber.accept(change);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.ERROR,
                        "A subscriber failed on event " + change.event().id() + ".",
                        e);
            }
        }
    }

    private static Runnable failing(List<Ticket> tickets, TwinUnavailable why) {
        var failed = List.copyOf(tickets);
        return () -> failed.forEach(ticket -> ticket.fail(why));
    }

    private void snapshotIfDue() {
        var now = state;
        if (now.offset() - snapshotAt >= settings.snapshotEvery() && !snapshotRuns) {
            snapshotRuns = true;
            snapshotAt = now.offset();
            snapshotting.execute(() -> {
                snapshot(now);
                snapshotRuns = false;
            });
        }
    }

    private void snapshot(TwinState now) {
        try {
            snapshots.write(now);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "No snapshot of event " + now.offset() + "; the next start takes longer.", e);
        }
    }

    private static ExecutorService background(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
