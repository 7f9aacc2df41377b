package dev.millwright.loop.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();

    @Test
    void goesOnAfterAStepThatFailed() throws InterruptedException {
        try (var _ = worker()) {
            inbox.add(() -> {
                throw new IllegalStateException("this step fails");
            });
            inbox.add(() -> Thread.currentThread().interrupt());
            inbox.add(() -> done.add(1));
            assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    /** What it tells must not come after the twin it tells it to is closed. */
    @Test
    void finishesTheStepInHandBeforeItIsClosedAndBeginsNoOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var finish = new AtomicBoolean();
        var worker = worker();
        inbox.add(() -> {
            begun.countDown();
            while (!finish.get()) {
                finish.set(Thread.currentThread().isInterrupted()); // closing interrupts
            }
            done.add(1);
        });
        inbox.add(() -> done.add(2));
        begun.await();
        worker.close();
        assertThat(List.copyOf(done)).containsExactly(1);
    }

    private Worker worker() {
        return Worker.start("worker-under-test", "A step failed; the next is taken up.", () -> inbox.take()
                .run());
    }
}
