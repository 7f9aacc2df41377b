package dev.millwright.loop.quality;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.vision.WrongTemplateException;
import dev.millwright.vision.eye.Eye;
import dev.millwright.vision.eye.TrainedEyes;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.quality.Fault;
import dev.millwright.vision.quality.PictureMeasures;
import dev.millwright.vision.quality.PictureVerdict;
import java.time.InstantSource;
import java.util.List;
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

    private static final String NO_TEMPLATE = "no picture of a good part came along to compare it with\n"
            + "Send one as template, or name a trained model at the camera in the plant file.";

    private final CameraEyes eyes;
    private final ShadowDesk shadows;
    private final FrameReader reader = FrameReader.standard();
    private final PictureGate gate;
    private final QualityDesk quality;
    private final InspectionTeller teller;
    private final InstantSource wallClock;
    private final BlockingQueue<CameraFrame> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
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
        teller = new InspectionTeller(quality, firstNumber, accept);
        this.wallClock = wallClock;
        this.waiting = new ArrayBlockingQueue<>(framesWaiting);
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

    /**
     * Inspects a picture while the caller waits. What comes of it is a part inspected, or a picture refused.
     *
     * @throws IllegalArgumentException when a picture is none
     */
    public Event inspect(CameraFrame frame) {
        var looking = eyes.at(frame);
        var eye = looking.eye();
        if (eye == null) {
            return teller.refused(frame, "NO_MODEL", nobodyLooked(looking.model()));
        }
        if (frame.template() == null && eye.needsTemplate()) {
            return teller.refused(frame, "NO_TEMPLATE", NO_TEMPLATE);
        }
        var picture = SeenPicture.of(frame, eye.needsTemplate(), reader);
        var verdict = gate.check(frame.camera(), picture.grey(), picture.template());
        if (verdict instanceof PictureVerdict.Refused refused) {
            quality.saw(frame.camera(), frame.time(), refused.measures(), Double.NaN);
            return teller.refused(frame, refused.fault().name(), refused.reason());
        }
        Look look;
        try {
            look = Look.at(picture, eye, looking.camera(), wallClock);
        } catch (WrongTemplateException e) {
            if (verdict != null) {
                quality.saw(frame.camera(), frame.time(), verdict.measures(), Double.NaN);
            }
            return teller.refused(frame, Fault.WRONG_PRODUCT.name(), String.valueOf(e.getMessage()));
        }
        if (verdict != null) {
            learn(frame, verdict.measures(), look);
        }
        var told = teller.inspected(frame, picture, looking, look);
        shadows.offer(new ShadowDesk.Part(told, picture, looking.camera(), looking.shadows()));
        return told;
    }

    private static String nobodyLooked(String model) {
        return "no version of %s counts, so nobody looked\nPromote one on the page of models, or by 'millwright models promote %s VERSION'."
                .formatted(model, model);
    }

    private void learn(CameraFrame frame, PictureMeasures measures, Look look) {
        double distance = look.sight().distance();
        quality.saw(frame.camera(), frame.time(), measures, distance);
        if (!look.failed()) {
            gate.learn(frame.camera(), measures);
            quality.learn(frame.camera(), measures, distance);
        }
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
