package dev.millwright.loop.work;

import java.time.Duration;

/**
 * A thread that does one step after the other until it is closed. A step that fails is told in the log and does not end
 * it; once it is being closed nothing counts as failed any more, for the rest of the house is closing too.
 */
public final class Worker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);

    private final Thread thread;
    private volatile boolean closing;

    /** One piece of work; it may wait for its beginning, and is interrupted when it should not. */
    @FunctionalInterface
    public interface Step {
        void take() throws InterruptedException;
    }

    private Worker(String name, String failure, Step step) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> run(failure, step));
    }

    /**
     * Starts a worker.
     *
     * @param failure what the log says of a step that failed, with what happens next
     */
    public static Worker start(String name, String failure, Step step) {
        var worker = new Worker(name, failure, step);
        worker.thread.start();
        return worker;
    }

    private void run(String failure, Step step) {
        while (!closing) {
            try {
                step.take();
            } catch (InterruptedException e) {
                if (!closing) {
                    LOG.log(System.Logger.Level.WARNING, thread.getName() + " was interrupted and goes on.");
                }
            } catch (RuntimeException e) {
                if (!closing) {
                    LOG.log(System.Logger.Level.ERROR, failure, e);
                }
            }
        }
    }

    /** Ends after the step in hand, so that nothing is told after its owner is closed. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            if (!thread.join(LEAVES_WITHIN)) {
                LOG.log(System.Logger.Level.WARNING, "{0} still works and is left behind.", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
