package dev.millwright.loop.quality;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.Camera;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.eye.EyeVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows parts to versions in shadow once what counts has been told, on a thread of its own. When they come faster than shadows
 * look, parts are left out and counted: a comparison never holds up a verdict.
 */
final class ShadowDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ShadowDesk.class.getName());
    private static final int WAITING = 8;

    private final Function<Draft, CompletableFuture<Event>> accept;
    private final InstantSource wallClock;
    private final BlockingQueue<Part> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong skipped = new AtomicLong();
    private final Worker worker;

    /**
     * A part that was judged.
     *
     * @param told the event of its inspection
     */
    record Part(Event told, SeenPicture picture, @Nullable Camera camera, List<EyeVersion> shadows) {

        Fact.PartInspected fact() {
            return (Fact.PartInspected) told.fact();
        }
    }

    ShadowDesk(Function<Draft, CompletableFuture<Event>> accept, InstantSource wallClock) {
        this.accept = accept;
        this.wallClock = wallClock;
        worker = Worker.start("loop-shadows", "A shadow's look failed; the next part is taken up.", this::run);
    }

    /** Shows a part to its shadows as soon as possible; returns at once. */
    void offer(Part part) {
        if (!part.shadows().isEmpty() && !waiting.offer(part)) {
            skipped.incrementAndGet();
        }
    }

    /** Parts that no shadow was shown. */
    long skipped() {
        return skipped.get();
    }

    private void run() throws InterruptedException {
        var part = waiting.take();
        for (var shadow : part.shadows()) {
            try {
                accept.apply(draft(part, shadow)).join();
            } catch (IllegalArgumentException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} in shadow cannot look at {1}: {2}",
                        shadow.title(),
                        part.fact().serial(),
                        e.getMessage());
            }
        }
    }

    private Draft draft(Part part, EyeVersion shadow) {
        var look = Look.at(part.picture(), shadow.eye(), part.camera(), wallClock);
        var fact = new Fact.ShadowInspected(
                part.fact().inspection(),
                part.fact().serial(),
                shadow.name(),
                shadow.version(),
                look.verdict(),
                look.findings(),
                look.millis());
        return Draft.of(part.told().time(), "vision", part.told().subject(), fact)
                .causedBy(part.told())
                .because("%s in shadow %s: %s"
                        .formatted(
                                shadow.title(),
                                look.verdict() == part.fact().verdict() ? "agrees" : "differs",
                                look.words(part.fact().serial())));
    }

    @Override
    public void close() {
        worker.close();
    }
}
