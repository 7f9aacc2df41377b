package dev.millwright.loop.quality;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.HeatOverlay;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Scaling;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Keeps an inspection's pictures and tells what came of it; waits until it is durable. */
final class InspectionTeller {

    private static final int THUMBNAIL_PIXELS = 200;

    private final QualityDesk quality;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final AtomicLong numbers;

    /** @param firstNumber one more than the last inspection's number */
    InspectionTeller(QualityDesk quality, long firstNumber, Function<Draft, CompletableFuture<Event>> accept) {
        this.quality = quality;
        this.accept = accept;
        numbers = new AtomicLong(firstNumber);
    }

    /** A part was looked at. */
    Event inspected(CameraFrame frame, SeenPicture picture, CameraEyes.Looking looking, Look look) {
        long number = numbers.getAndIncrement();
        var camera = quality.camera(frame.camera());
        var by = looking.by();
        var kept = quality.keep(look.failed(), number, pictures(frame, picture, look));
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
        var told = accept.apply(
                        Draft.of(frame.time(), "vision", frame.machine(), fact).because(look.words(frame.serial())))
                .join();
        if (look.failed()) {
            var template = picture.template();
            quality.remember(number, told, fact, picture.grey(), template == null ? picture.grey() : template);
        }
        return told;
    }

    private static InspectionPictures pictures(CameraFrame frame, SeenPicture picture, Look look) {
        byte[] template = frame.template();
        var compared = picture.template();
        var heat = look.sight().heat();
        return new InspectionPictures(
                look.failed()
                        ? MarkedImage.told(picture.colour(), look.findings())
                        : MarkedImage.told(Scaling.thumbnail(picture.colour(), THUMBNAIL_PIXELS), List.of()),
                shownByScreens(frame.image(), picture.colour()),
                template == null || compared == null ? null : shownByScreens(template, ColourFrame.of(compared)),
                heat == null ? null : HeatOverlay.png(heat.map(), heat.full()));
    }

    /** The bytes as they came where every screen can show them, else as PNG. */
    private static byte[] shownByScreens(byte[] came, ColourFrame picture) {
        boolean png = came.length > 1 && came[0] == (byte) 0x89 && came[1] == 'P';
        return png || PictureShelf.isJpeg(came) ? came : MarkedImage.told(picture, List.of());
    }

    /**
     * A picture was not looked at.
     *
     * @param reason in words, and on a second line a likely cure
     */
    Event refused(CameraFrame frame, String fault, String reason) {
        String[] lines = reason.split("\n", 2);
        String cure = lines.length > 1 ? lines[1] : "";
        var fact = new Fact.PictureRefused(frame.camera(), frame.serial(), fault, lines[0], cure);
        return accept.apply(
                        Draft.of(frame.time(), "vision", frame.machine(), fact).because(lines[0]))
                .join();
    }
}
