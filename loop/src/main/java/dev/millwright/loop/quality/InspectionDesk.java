package dev.millwright.loop.quality;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.HeatOverlay;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.WrongTemplateException;
import dev.millwright.vision.eye.Eye;
import dev.millwright.vision.eye.TrainedEyes;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.image.Scaling;
import dev.millwright.vision.quality.Fault;
import dev.millwright.vision.quality.PictureVerdict;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inspects pictures one after the other on a thread of its own. When pictures come faster than they can be looked at,
 * the oldest waiting one is let go and counted: the plant's pace is never held up by a camera.
 */
public final class InspectionDesk implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(InspectionDesk.class.getName());

    private static final int THUMBNAIL_PIXELS = 200;
    /** Why nobody looked, beside the faults of pictures. */
    private static final String NO_MODEL = "NO_MODEL";

    private static final String NO_TEMPLATE = "NO_TEMPLATE";

    private final CameraEyes eyes;
    private final ShadowDesk shadows;
    private final FrameReader reader = FrameReader.standard();
    private final PictureGate gate;
    private final QualityDesk quality;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final InstantSource wallClock;
    private final BlockingQueue<CameraFrame> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Worker worker;

    /**
     * @param cameras of the plant
     * @param rules compare with templates where no trained model counts
     * @param gate refuses pictures that are not fit
     * @param quality keeps pictures and remembers cases
     * @param firstNumber one more than the last inspection's number
     */
    public InspectionDesk(
            List<Camera> cameras,
            Eye rules,
            PictureGate gate,
            QualityDesk quality,
            int framesWaiting,
            long firstNumber,
            Function<Draft, CompletableFuture<Event>> accept,
            InstantSource wallClock) {
        eyes = new CameraEyes(cameras, rules);
        this.gate = gate;
        this.quality = quality;
        this.accept = accept;
        this.wallClock = wallClock;
        this.waiting = new ArrayBlockingQueue<>(framesWaiting);
        numbers.set(firstNumber);
        shadows = new ShadowDesk(accept, wallClock);
        worker = Worker.start("loop-inspection", "An inspection failed; the next picture is taken up.", this::run);
    }

    /** Asks these versions of trained models from the next picture on. */
    public void ask(TrainedEyes versions) {
        eyes.ask(versions);
    }

    /** Whether a picture is compared with a template, so that it needs one. */
    public boolean needsTemplate(CameraFrame frame) {
        var eye = eyes.at(frame).eye();
        return eye != null && eye.needsTemplate();
    }

    /** Takes a picture in; returns at once. */
    public void offer(CameraFrame frame) {
        while (!waiting.offer(frame)) {
            if (waiting.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    /** A picture and what it is compared with, if anything. */
    private record Decoded(
            ColourFrame picture, Frame grey, @Nullable Frame template) {}

    /**
     * Inspects a picture while the caller waits. What comes of it is a part inspected, or a picture refused.
     *
     * @throws IllegalArgumentException when a picture is none
     */
    public Event inspect(CameraFrame frame) {
        var looking = eyes.at(frame);
        var eye = looking.eye();
        if (eye == null) {
            return refuse(
                    frame,
                    NO_MODEL,
                    "no version of %s counts, so nobody looked\nPromote one on the page of models, or by 'millwright models promote %s VERSION'."
                            .formatted(looking.model(), looking.model()));
        }
        byte[] expected = frame.template();
        if (expected == null && eye.needsTemplate()) {
            return refuse(
                    frame,
                    NO_TEMPLATE,
                    "no picture of a good part came along to compare it with\n"
                            + "Send one as template, or name a trained model at the camera in the plant file.");
        }
        var picture = reader.decodeColour(frame.image(), "the picture of " + frame.serial());
        var decoded = new Decoded(
                picture,
                picture.grey(),
                expected == null ? null : reader.decode(expected, "the template of " + frame.serial()));
        var verdict = gate.check(frame.camera(), decoded.grey(), eye.needsTemplate() ? decoded.template() : null);
        if (verdict instanceof PictureVerdict.Refused refused) {
            quality.saw(frame.camera(), frame.time(), refused.measures(), Double.NaN);
            return refuse(frame, refused.fault().name(), refused.reason());
        }
        Look look;
        try {
            look = Look.at(picture, decoded.template(), eye, looking.camera(), wallClock);
        } catch (WrongTemplateException e) {
            if (verdict != null) {
                quality.saw(frame.camera(), frame.time(), verdict.measures(), Double.NaN);
            }
            return refuse(frame, Fault.WRONG_PRODUCT.name(), String.valueOf(e.getMessage()));
        }
        if (verdict != null) {
            double distance = look.sight().distance();
            quality.saw(frame.camera(), frame.time(), verdict.measures(), distance);
            if (!look.failed()) {
                gate.learn(frame.camera(), verdict.measures());
                quality.learn(frame.camera(), verdict.measures(), distance);
            }
        }
        return tell(frame, decoded, looking, look);
    }

    private Event tell(CameraFrame frame, Decoded decoded, CameraEyes.Looking looking, Look look) {
        long number = numbers.getAndIncrement();
        var camera = quality.camera(frame.camera());
        byte[] expected = frame.template();
        var template = decoded.template();
        var heat = look.sight().heat();
        var by = looking.by();
        var kept = quality.keep(
                look.failed(),
                number,
                new InspectionPictures(
                        look.failed()
                                ? MarkedImage.told(decoded.picture(), look.findings())
                                : MarkedImage.told(Scaling.thumbnail(decoded.picture(), THUMBNAIL_PIXELS), List.of()),
                        shownByScreens(frame.image(), decoded.picture()),
                        expected == null || template == null
                                ? null
                                : shownByScreens(expected, ColourFrame.of(template)),
                        heat == null ? null : HeatOverlay.png(heat.map(), heat.full())));
        var fact = new Fact.PartInspected(
                "I-" + number,
                frame.camera(),
                frame.serial(),
                look.verdict(),
                look.findings(),
                kept.shown(),
                look.millis(),
                kept.picture(),
                kept.template(),
                camera == null ? null : camera.mmPerPixel(),
                by == null ? null : by.title(),
                kept.heat());
        var draft = Draft.of(frame.time(), "vision", frame.machine(), fact).because(look.words(frame.serial()));
        var told = accept.apply(draft).join();
        if (look.failed()) {
            quality.remember(number, told, fact, decoded.grey(), template == null ? decoded.grey() : template);
        }
        shadows.offer(
                new ShadowDesk.Part(told, fact, looking.camera(), decoded.picture(), template, looking.shadows()));
        return told;
    }

    /** The bytes as they came where every screen can show them, else as PNG. */
    private static byte[] shownByScreens(byte[] came, ColourFrame picture) {
        boolean png = came.length > 1 && came[0] == (byte) 0x89 && came[1] == 'P';
        return png || PictureShelf.isJpeg(came) ? came : MarkedImage.told(picture, List.of());
    }

    private Event refuse(CameraFrame frame, String fault, String reason) {
        String[] lines = reason.split("\n", 2);
        String cure = lines.length > 1 ? lines[1] : "";
        var fact = new Fact.PictureRefused(frame.camera(), frame.serial(), fault, lines[0], cure);
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

    /** Parts that no shadow was shown because too many waited. */
    public long unshadowed() {
        return shadows.skipped();
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
        shadows.close();
    }
}
