package dev.millwright.loop.quality;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.WrongTemplateException;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.image.Scaling;
import dev.millwright.vision.quality.Fault;
import dev.millwright.vision.quality.PictureVerdict;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Inspects pictures one after the other on a thread of its own. When pictures come faster than they can be looked at,
 * the oldest waiting one is let go and counted: the plant's pace is never held up by a camera.
 */
public final class InspectionDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(InspectionDesk.class.getName());

    private static final int THUMBNAIL_PIXELS = 200;

    private volatile Inspector inspector;
    private final FrameReader reader = FrameReader.standard();
    private final PictureGate gate;
    private final QualityDesk quality;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final BlockingQueue<CameraFrame> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Worker worker;

    /**
     * @param gate refuses pictures that are not fit
     * @param quality keeps pictures and remembers cases
     * @param firstNumber one more than the last inspection's number
     */
    public InspectionDesk(
            Inspector inspector,
            PictureGate gate,
            QualityDesk quality,
            int framesWaiting,
            long firstNumber,
            Function<Draft, CompletableFuture<Event>> accept) {
        this.inspector = inspector;
        this.gate = gate;
        this.quality = quality;
        this.accept = accept;
        this.waiting = new ArrayBlockingQueue<>(framesWaiting);
        numbers.set(firstNumber);
        worker = Worker.start("loop-inspection", "An inspection failed; the next picture is taken up.", this::run);
    }

    /** Looks through other eyes from the next picture on. */
    public void lookBy(Inspector other) {
        inspector = other;
    }

    /** Takes a picture in; returns at once. */
    public void offer(CameraFrame frame) {
        while (!waiting.offer(frame)) {
            if (waiting.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    /**
     * Inspects a picture while the caller waits. What comes of it is a part inspected, or a picture refused.
     *
     * @throws IllegalArgumentException when a picture is none, or picture and template differ in size
     */
    public Event inspect(CameraFrame frame) {
        Frame image = reader.decode(frame.image(), "the picture of " + frame.serial());
        Frame template = reader.decode(frame.template(), "the template of " + frame.serial());
        var verdict = gate.check(frame.camera(), image, template);
        if (verdict != null) {
            quality.saw(frame.camera(), frame.time(), verdict.measures());
        }
        if (verdict instanceof PictureVerdict.Refused refused) {
            return refuse(frame, refused.fault(), refused.reason());
        }
        Inspection inspection;
        try {
            inspection = inspector.inspect(image, template);
        } catch (WrongTemplateException e) {
            return refuse(frame, Fault.WRONG_PRODUCT, String.valueOf(e.getMessage()));
        }
        boolean failed = inspection.verdict() == Inspection.Verdict.FAIL;
        if (!failed && verdict != null) {
            gate.learn(frame.camera(), verdict.measures());
            quality.learn(frame.camera(), verdict.measures());
        }
        return tell(frame, image, template, inspection, failed);
    }

    private Event tell(CameraFrame frame, Frame image, Frame template, Inspection inspection, boolean failed) {
        long number = numbers.getAndIncrement();
        var camera = quality.camera(frame.camera());
        var seen = Findings.weighed(inspection.findings(), camera);
        byte[] shown =
                failed ? MarkedImage.png(image, seen) : MarkedImage.png(Scaling.thumbnail(image, THUMBNAIL_PIXELS));
        var kept = quality.keep(
                failed,
                number,
                shown,
                shownByScreens(frame.image(), image),
                shownByScreens(frame.template(), template));
        var fact = new Fact.PartInspected(
                "I-" + number,
                frame.camera(),
                frame.serial(),
                failed ? dev.millwright.plant.Verdict.FAIL : dev.millwright.plant.Verdict.PASS,
                seen.stream().map(Findings::inPlantWords).toList(),
                kept.shown(),
                inspection.elapsed().toNanos() / 1e6,
                kept.picture(),
                kept.template(),
                camera == null ? null : camera.mmPerPixel());
        var draft = Draft.of(frame.time(), "vision", frame.machine(), fact).because(Findings.words(frame, inspection));
        var told = accept.apply(draft).join();
        if (failed) {
            quality.remember(number, told, fact, image, template);
        }
        return told;
    }

    /** The bytes as they came where every screen can show them, else as PNG. */
    private static byte[] shownByScreens(byte[] came, Frame frame) {
        boolean png = came.length > 1 && came[0] == (byte) 0x89 && came[1] == 'P';
        return png || PictureShelf.isJpeg(came) ? came : MarkedImage.png(frame);
    }

    private Event refuse(CameraFrame frame, Fault fault, String reason) {
        String[] lines = reason.split("\n", 2);
        String cure = lines.length > 1 ? lines[1] : "";
        var fact = new Fact.PictureRefused(frame.camera(), frame.serial(), fault.name(), lines[0], cure);
        return accept.apply(
                        Draft.of(frame.time(), "vision", frame.machine(), fact).because(lines[0]))
                .join();
    }

    /** Pictures let go because too many waited. */
    public long dropped() {
        return dropped.get();
    }

    /** Pictures that were none. */
    public long unreadable() {
        return unreadable.get();
    }

    private void run() throws InterruptedException {
        var frame = waiting.take();
        try {
            inspect(frame);
        } catch (IllegalArgumentException e) {
            unreadable.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "A camera sent what cannot be inspected: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
