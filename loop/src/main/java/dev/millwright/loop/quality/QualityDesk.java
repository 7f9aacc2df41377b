package dev.millwright.loop.quality;

import dev.millwright.plant.Camera;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.twin.EventQuery;
import dev.millwright.vision.HeatOverlay;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.click.ClickSegmenter;
import dev.millwright.vision.click.ReferenceClick;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.quality.PictureMeasures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people do with inspections: look closer, correct, compare with earlier ones, and look after the cameras. */
public final class QualityDesk {

    private final Map<String, Camera> cameras;
    private final InspectorSettings settings;
    private final InstantSource wallClock;
    private final PictureShelf shelf;
    private final CaseBook cases;
    private final CameraWatch watch;
    private final CorrectionDesk corrections;
    private final FrameReader reader = FrameReader.standard();
    private final ReferenceClick segmenter;
    private @Nullable Opened latest;
    private @Nullable Opened latestTemplate;

    /** The picture that was clicked on last: people click more than once. */
    private record Opened(String path, Frame frame) {}

    /**
     * A desk over a folder.
     *
     * @param cameras of the plant
     * @param folder where inspections keep their pictures; corrected ones lie in {@code corrections} and
     *     {@code corrected-parts} within it
     * @param events reads the journal
     * @param accept writes to it
     */
    public QualityDesk(
            List<Camera> cameras,
            InspectorSettings settings,
            Path folder,
            Function<EventQuery, List<Event>> events,
            Function<Draft, CompletableFuture<Event>> accept,
            InstantSource plantClock,
            InstantSource wallClock) {
        this.cameras = cameras.stream().collect(Collectors.toUnmodifiableMap(Camera::id, camera -> camera));
        this.settings = settings;
        this.wallClock = wallClock;
        segmenter = new ReferenceClick(new ClickSegmenter(), settings.darkCopper(), settings.searchRadiusPx());
        shelf = new PictureShelf(folder);
        cases = new CaseBook(shelf);
        watch = new CameraWatch(this.cameras.keySet(), folder);
        corrections = new CorrectionDesk(
                shelf,
                List.of(
                        new CorrectedPairs(folder.resolve("corrections")),
                        new CorrectedParts(folder.resolve("corrected-parts"))),
                events,
                accept,
                plantClock);
    }

    // --- while inspecting -----------------------------------------------------------------------------------------

    @Nullable
    Camera camera(String id) {
        return cameras.get(id);
    }

    /** Takes a picture's measures, whether or not it is fit, and how far a model holds it from good ones. */
    void saw(String camera, Instant time, PictureMeasures measures, double distance) {
        watch.saw(camera, time, measures, distance);
    }

    /** Takes the measures of a picture whose part passed. */
    void learn(String camera, PictureMeasures good, double distance) {
        watch.learn(camera, good, distance);
    }

    /** Keeps the pictures of an inspection, as long as there is room. */
    public Kept keep(boolean rejected, long number, InspectionPictures pictures) {
        return shelf.keep(rejected ? PictureShelf.Kind.REJECTED : PictureShelf.Kind.PASSED, number, pictures);
    }

    /** Remembers what the findings of a rejected part looked like. */
    public void remember(long number, Event told, PartInspected fact, Frame picture, Frame template) {
        cases.add(number, told.offset(), fact, picture, template);
    }

    // --- what people ask ------------------------------------------------------------------------------------------

    /** Writes what a crash kept from being written. */
    public void catchUp() {
        corrections.catchUp();
    }

    /** A picture by the path that its event names; empty when it is gone. */
    public Optional<byte[]> picture(String path) {
        return shelf.read(path);
    }

    /** Whether a picture is still kept. */
    public boolean isKept(@Nullable String path) {
        return path != null && shelf.holds(path);
    }

    /**
     * Takes what a person says of an inspection; it is durable, its pictures too, when this returns.
     *
     * @throws IllegalArgumentException when the inspection has no such finding, or the box lies outside its picture
     */
    public Event correct(Event inspection, PartInspected fact, Said said) {
        return corrections.correct(inspection, fact, said);
    }

    /** What was said of an inspection, the earliest first. */
    public List<Event> corrections(Event inspection, PartInspected fact) {
        return corrections.about(inspection, fact.inspection());
    }

    /**
     * Where the picture differs from its template, or from good ones by the model that judged, as a PNG with alpha; empty when
     * what it takes is gone.
     */
    public Optional<byte[]> heatMap(PartInspected fact) {
        if (fact.heat() != null) {
            return shelf.read(fact.heat());
        }
        var picture = frame(fact.picture());
        var template = frame(fact.template());
        return picture == null || template == null
                ? Optional.empty()
                : Optional.of(HeatOverlay.png(picture, template, settings));
    }

    /**
     * What a click on an inspection's picture seems to mean.
     *
     * @param x pixels from the left edge
     * @param y pixels from the upper edge
     * @throws IllegalArgumentException when the picture is gone, the click lies outside it, or nothing there stands out
     */
    public Proposal segment(PartInspected fact, int x, int y) {
        var frame = frame(fact.picture());
        if (frame == null) {
            throw new IllegalArgumentException(
                    "The picture of inspection %s is not kept any more.\nClick on a later one."
                            .formatted(fact.inspection()));
        }
        var template = frame(fact.template());
        var began = wallClock.instant();
        var region = segmenter
                .propose(frame, template == null ? frame : template, x, y)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing at %d,%d stands out from what is around it.\nDraw a box by hand, or click on the middle of the defect."
                                .formatted(x, y)));
        double millis = Duration.between(began, wallClock.instant()).toNanos() / 1e6;
        return new Proposal(Findings.box(region.box()), region.areaPx(), Findings.points(region.outline()), millis);
    }

    /**
     * Earlier findings that are like one, the nearest first.
     *
     * @throws IllegalArgumentException when nobody remembers what it looked like
     */
    public List<SimilarCase> similar(String inspection, int finding, int limit) {
        return cases.similar(inspection, finding, limit);
    }

    /** How the cameras' pictures compare with those they were learned from. */
    public List<CameraState> cameras() {
        return watch.states();
    }

    private synchronized @Nullable Frame frame(@Nullable String path) {
        if (path == null) {
            return null;
        }
        boolean isTemplate = path.contains(".template.");
        var opened = isTemplate ? latestTemplate : latest;
        if (opened != null && opened.path().equals(path)) {
            return opened.frame();
        }
        byte[] bytes = shelf.read(path).orElse(null);
        if (bytes == null) {
            return null;
        }
        var fresh = new Opened(path, reader.decode(bytes, path));
        if (isTemplate) {
            latestTemplate = fresh;
        } else {
            latest = fresh;
        }
        return fresh.frame();
    }
}
