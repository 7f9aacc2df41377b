package dev.millwright.loop.health;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Feeds the health monitor from the twin's changes on a thread of its own, and lets it be assessed. When readings come
 * faster than they can be taken in, some are skipped and counted; findings, failures and repairs never are.
 */
public final class HealthWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HealthWatch.class.getName());
    private static final int READINGS_WAITING = 4096;

    private final Assessments assessments;
    private final BlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
    private final AtomicLong skipped = new AtomicLong();
    private final Thread thread;

    /** @param recall tells the assessments what is known from before; it may take its time, nothing waits for it */
    public HealthWatch(Assessments assessments, Runnable recall) {
        this.assessments = assessments;
        thread = Thread.ofPlatform().name("loop-health").daemon().start(() -> {
            recall.run();
            run();
        });
    }

    /** Takes a change of the twin; returns at once. */
    public void offer(Change change) {
        switch (change.event().fact()) {
            case Fact.ReadingsTaken _, Fact.PartsCounted _ -> {
                if (inbox.size() < READINGS_WAITING) {
                    inbox.add(change.event());
                } else {
                    skipped.incrementAndGet();
                }
            }
            case Fact.PartInspected _, Fact.MachineStateChanged _, Fact.MaintenanceFinished _ ->
                inbox.add(change.event());
            default -> {}
        }
    }

    /** Readings that were not looked at because too many waited. */
    public long skipped() {
        return skipped.get();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                assessments.take(inbox.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) { // on the way out, nothing has failed
                    LOG.log(System.Logger.Level.ERROR, "An assessment failed; the next event is taken up.", e);
                }
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** A loop's draft about a machine, told as the consequence of an event. */
    static Draft about(EquipmentId machine, Event cause, Fact fact, String words) {
        return Draft.of(cause.time(), "loop", machine, fact).causedBy(cause).because(words);
    }
}
