package dev.millwright.app.machines;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own; a failure is told and does not end it. */
public final class Pace implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Pace.class.getName());

    private final ScheduledExecutorService thread;

    public Pace(String name, long everyMillis, Runnable work) {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        var unused = thread.scheduleWithFixedDelay(() -> guarded(name, work), 0, everyMillis, TimeUnit.MILLISECONDS);
    }

    private static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, name + " failed once and goes on.", e);
        }
    }

    /** Ends after the work in hand. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
