package dev.millwright.loop.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.Box;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Severity;
import dev.millwright.plant.SeverityRule;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.plant.event.Fact.PictureRefused;
import dev.millwright.plant.event.Fact.ShadowInspected;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.anomaly.AnomalyMap;
import dev.millwright.vision.eye.Eye;
import dev.millwright.vision.eye.EyeVersion;
import dev.millwright.vision.eye.Sight;
import dev.millwright.vision.eye.TemplateEye;
import dev.millwright.vision.eye.TrainedEyes;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A camera whose pictures a model looks at without templates, here one that tells how bright a picture is. */
@Timeout(60)
class TrainedCameraTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final EquipmentId DRILL = PlantFixtures.DRILL;
    private static final Camera CAMERA = new Camera(
            "cam",
            DRILL,
            64,
            64,
            0,
            0.05,
            Map.of("dark", new SeverityRule(List.of(new SeverityRule.Step(0, Severity.CRITICAL)))),
            "brightness",
            List.of("pale"));

    private final LinkedBlockingQueue<Event> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path dir;

    private TwinEngine twin;
    private QualityDesk quality;
    private InspectionDesk desk;

    /** Calls what is darker than a grey dark, what is brighter than 200 pale, and finds nothing in between. */
    private record Brightness(int least) implements Eye {
        @Override
        public boolean needsTemplate() {
            return false;
        }

        @Override
        public Sight look(ColourFrame picture, @Nullable Frame template) {
            int grey = picture.grey().grey(0, 0);
            String type = grey < least ? "dark" : grey > 200 ? "pale" : null;
            var findings = type == null
                    ? List.<Finding>of()
                    : List.of(new Finding(
                            type, Severity.MINOR, new Box(8, 4, 16, 32), 512, 0.9, "top left", "grey " + grey));
            var map = new AnomalyMap(picture.width(), picture.height(), new float[picture.width() * picture.height()]);
            map.values()[0] = 1;
            return new Sight("FAIL", findings, "grey " + grey, Map.of(), (255 - grey) / 255.0, new Sight.Heat(map, 1));
        }
    }

    @BeforeEach
    void open() {
        twin = TwinEngine.open(PlantFixtures.cell(), dir.resolve("journal"), TwinSettings.DEFAULT, Clock.systemUTC());
        quality = new QualityDesk(
                List.of(CAMERA),
                InspectorSettings.standard(),
                dir.resolve("pictures"),
                twin::events,
                this::accept,
                () -> NOON,
                Clock.systemUTC());
        desk = new InspectionDesk(
                List.of(CAMERA),
                new TemplateEye(new Inspector(InspectorSettings.standard(), Clock.systemUTC())),
                new PictureGate(Set.of("cam"), dir.resolve("pictures"), 12),
                quality,
                4,
                1,
                this::accept,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        desk.close();
        twin.close();
    }

    private CompletableFuture<Event> accept(Draft draft) {
        return twin.accept(draft).thenApply(event -> {
            told.add(event);
            return event;
        });
    }

    private static EyeVersion version(String version, boolean active, Eye eye) {
        return new EyeVersion("brightness", version, active, eye);
    }

    private void ask(EyeVersion... versions) {
        desk.ask(new TrainedEyes(Map.of("brightness", List.of(versions))));
    }

    private static CameraFrame frame(int grey) {
        var pixels = new byte[64 * 64];
        java.util.Arrays.fill(pixels, (byte) grey);
        return new CameraFrame(
                DRILL, "cam", "O-1.1/" + grey, NOON.plusSeconds(grey), MarkedImage.png(Frame.of(64, 64, pixels)), null);
    }

    private PartInspected inspected(int grey) {
        return (PartInspected) desk.inspect(frame(grey)).fact();
    }

    private <F extends Fact> Event next(Class<F> kind) throws InterruptedException {
        while (true) {
            var event = requireNonNull(told.poll(20, TimeUnit.SECONDS), "nothing of " + kind);
            if (kind.isInstance(event.fact())) {
                return event;
            }
        }
    }

    @Test
    void whatCountsDecidesByTheCamerasOwnRulesAndKeepsItsHeat() throws Exception {
        ask(version("2", true, new Brightness(100)));
        var dark = inspected(40);
        assertThat(dark.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(dark.model()).isEqualTo("brightness 2");
        assertThat(dark.template()).isNull();
        assertThat(dark.mmPerPixel()).isEqualTo(0.05);
        assertThat(dark.findings()).singleElement().satisfies(finding -> assertThat(finding.severity())
                .isEqualTo(Severity.CRITICAL));
        assertThat(next(PartInspected.class).reason()).isEqualTo("O-1.1/40 shows dark (top left): grey 40");
        var overlay =
                ImageIO.read(new ByteArrayInputStream(quality.heatMap(dark).orElseThrow()));
        assertThat(overlay.getRGB(0, 0) >>> 24).isGreaterThan(200);
        assertThat(overlay.getRGB(5, 5) >>> 24).isZero();

        assertThat(inspected(150).verdict()).isEqualTo(Verdict.PASS);
        assertThat(inspected(240).verdict()).as("pale parts pass here").isEqualTo(Verdict.PASS);
        assertThat(quality.similar(dark.inspection(), 0, 5)).isEmpty();
    }

    @Test
    void nobodyLooksWhileNoVersionCountsAndThatIsTold() {
        ask(version("1", false, new Brightness(100)));
        var refused = (PictureRefused) desk.inspect(frame(40)).fact();
        assertThat(refused.fault()).isEqualTo("NO_MODEL");
        assertThat(refused.cure()).contains("models promote brightness");
        assertThat(desk.needsTemplate(frame(40))).isFalse();
    }

    @Test
    void withoutAnyModelRulesCompareAndAskForATemplate() {
        var board = new BoardGenerator(BoardSettings.small()).generate(7, List.of(DefectType.OPEN));
        var alone = new CameraFrame(DRILL, "cam", "O-1.1/1", NOON, MarkedImage.png(board.image()), null);
        assertThat(desk.needsTemplate(alone)).isTrue();
        assertThat(((PictureRefused) desk.inspect(alone).fact()).fault()).isEqualTo("NO_TEMPLATE");
        var both = new CameraFrame(
                DRILL, "cam", "O-1.1/1", NOON, MarkedImage.png(board.image()), MarkedImage.png(board.template()));
        var fact = (PartInspected) desk.inspect(both).fact();
        assertThat(fact.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fact.model()).isNull();
        assertThat(fact.heat()).isNull();
        assertThat(quality.heatMap(fact)).isPresent();
    }

    /** What shadows say follows from the inspection and decides nothing; the picture is the one that counted. */
    @Test
    void shadowsAreShownTheSamePartAfterTheVerdict() throws Exception {
        ask(
                version("1", false, new Brightness(30)),
                version("2", true, new Brightness(100)),
                version("3", false, new Brightness(220)));
        var dark = desk.inspect(frame(40));
        var first = next(ShadowInspected.class);
        var second = next(ShadowInspected.class);
        assertThat(List.of(first, second)).allSatisfy(event -> {
            assertThat(event.causation()).isEqualTo(dark.id());
            assertThat(event.subject()).isEqualTo(DRILL);
            assertThat(((ShadowInspected) event.fact()).inspection())
                    .isEqualTo(((PartInspected) dark.fact()).inspection());
        });
        assertThat(((ShadowInspected) first.fact()).version()).isEqualTo("1");
        assertThat(((ShadowInspected) first.fact()).verdict()).isEqualTo(Verdict.PASS);
        assertThat(first.reason()).startsWith("brightness 1 in shadow differs: O-1.1/40 is as it should be");
        assertThat(((ShadowInspected) second.fact()).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(second.reason()).contains("brightness 3 in shadow agrees: O-1.1/40 shows dark");
        assertThat(twin.state().inspections()).hasSize(1);
        var counters = twin.state().machines().get(DRILL).counters();
        assertThat(counters.inspected()).isEqualTo(1);
    }

    /** A shadow that stands still holds up nothing; parts it was not shown are counted. */
    @Test
    void aSlowShadowHoldsUpNoVerdict() throws Exception {
        var go = new CountDownLatch(1);
        var slow = new Eye() {
            @Override
            public boolean needsTemplate() {
                return false;
            }

            @Override
            public Sight look(ColourFrame picture, @Nullable Frame template) {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new Brightness(100).look(picture, template);
            }
        };
        ask(version("1", true, new Brightness(100)), version("2", false, slow));
        for (int part = 0; part < 12; part++) {
            assertThat(inspected(110 + part).verdict()).isEqualTo(Verdict.PASS);
        }
        assertThat(desk.unshadowed()).isBetween(3L, 4L);
        go.countDown();
        for (long shown = 12 - desk.unshadowed(); shown > 0; shown--) {
            next(ShadowInspected.class);
        }
    }

    /** What the model holds of pictures drifts too, and is told like brightness. */
    @Test
    void theDistanceFromGoodPartsIsWatchedWhereTheModelKnowsIt() {
        ask(version("1", true, new Brightness(1)));
        for (int part = 0; part < 200; part++) {
            desk.inspect(frame(part < 100 ? 100 + part % 7 : 101 + part % 4));
        }
        var camera = quality.cameras().getFirst();
        assertThat(camera.measures())
                .extracting(CameraState.Measure::measure)
                .contains("EMBEDDING_DISTANCE", "BRIGHTNESS");
    }

    /** Corrected parts lie in both layouts that can be learned from, and move with what is said of them. */
    @Test
    void whatPeopleSayIsKeptByKindAndWithBoxes() throws Exception {
        ask(version("2", true, new Brightness(100)));
        var event = desk.inspect(frame(40));
        var fact = (PartInspected) event.fact();
        var home = dir.resolve("pictures/corrected-parts/brightness");
        quality.correct(event, fact, said(CorrectionVerdict.CONFIRMED, 0, "burnt & <black>", null));
        var name = fact.inspection() + ".png";
        assertThat(home.resolve("kinds/burnt-black-").resolve(name)).exists();
        assertThat(Files.readAllBytes(home.resolve("boxes/images").resolve(name)))
                .isEqualTo(frame(40).image());
        var xml = home.resolve("boxes/Annotations/" + fact.inspection() + ".xml");
        assertThat(Files.readString(xml))
                .contains("<name>burnt &amp; &lt;black&gt;</name>")
                .contains("<bndbox><xmin>9</xmin><ymin>5</ymin><xmax>24</xmax><ymax>36</ymax></bndbox>");

        quality.correct(event, fact, said(CorrectionVerdict.REJECTED, 0, null, null));
        assertThat(home.resolve("kinds/good").resolve(name)).exists();
        assertThat(home.resolve("kinds/burnt-black-").resolve(name)).doesNotExist();
        assertThat(Files.readString(xml)).doesNotContain("<object>");

        Files.delete(xml);
        quality.catchUp();
        assertThat(xml).as("written again after a crash").exists();

        var passed = desk.inspect(frame(150));
        quality.correct(
                passed,
                (PartInspected) passed.fact(),
                said(CorrectionVerdict.MISSED, null, "scratch", new Box(1, 2, 3, 4)));
        assertThat(home.resolve("kinds/scratch").resolve(((PartInspected) passed.fact()).inspection() + ".png"))
                .exists();
        assertThat(twin.events(EventQuery.all().ofTypes(Set.of("finding-corrected"))))
                .hasSize(3);
    }

    private static Said said(
            CorrectionVerdict verdict, @Nullable Integer finding, @Nullable String type, @Nullable Box box) {
        return new Said(verdict, finding, type, box, List.of(), null, "anna");
    }
}
