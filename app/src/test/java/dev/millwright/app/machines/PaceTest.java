package dev.millwright.app.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {

    /** One failure must not stop a plant. */
    @Test
    void aFailureIsToldAndTheWorkGoesOnUntilItIsClosed() throws InterruptedException {
        var done = new AtomicInteger();
        var enough = new CountDownLatch(3);
        var pace = new Pace("stumbling", 1, () -> {
            done.incrementAndGet();
            enough.countDown();
            throw new IllegalStateException("on purpose");
        });
        assertThat(enough.await(10, TimeUnit.SECONDS)).isTrue();
        pace.close();
        int after = done.get();
        assertThat(after).isGreaterThanOrEqualTo(3);
        assertThat(done).hasValue(after);
    }

    @Test
    void closingWaitsForTheWorkInHandEvenWhenInterrupted() throws InterruptedException {
        var working = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var pace = new Pace("long", 1, () -> {
            working.countDown();
            try {
                finish.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
        });
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        pace.close();
        assertThat(Thread.interrupted()).isTrue();
        // Whoever is interrupted while closing does not wait, but the work is told to end.
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
