package dev.millwright.app.cli;

import dev.millwright.scheduling.cpsat.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a search rather than the program: what was found is told before the process goes. One hook waits for
 * the whole of a command; when the command is over, it has nothing left to do.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch told = new CountDownLatch(1);

    Interruption(StopSignal signal) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(() -> stop(signal)));
    }

    private void stop(StopSignal signal) {
        signal.stop();
        try {
            if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("millwright: the search did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is told. */
    @Override
    public void close() {
        told.countDown();
    }
}
