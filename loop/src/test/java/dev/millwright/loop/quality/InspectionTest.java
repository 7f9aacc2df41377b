package dev.millwright.loop.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.eye.TemplateEye;
import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.Frame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Camera CAMERA = new Camera("cam", PlantFixtures.DRILL, 320, 320, 0);

    private final BoardGenerator boards = new BoardGenerator(BoardSettings.small());
    private final LinkedBlockingQueue<Event> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path dir;

    @Test
    void tellsEachDefectWithItsPlaceAndKeepsTheMarkedPicture() throws Exception {
        try (var desk = desk()) {
            var event = desk.inspect(frame(boards.generate(7, List.of(DefectType.OPEN, DefectType.SHORT))));
            var inspected = (Fact.PartInspected) event.fact();
            assertThat(inspected.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(inspected.findings())
                    .extracting(finding -> finding.type())
                    .containsExactlyInAnyOrder("open", "short");
            assertThat(Files.size(dir.resolve(String.valueOf(inspected.image()))))
                    .isPositive();
            assertThat(event.reason()).contains("O-1.1/3 shows").contains("open");
        }
    }

    @Test
    void keepsASmallPictureOfAGoodPart() throws Exception {
        try (var desk = desk()) {
            var inspected = (Fact.PartInspected)
                    desk.inspect(frame(boards.generate(8, List.of()))).fact();
            assertThat(inspected.verdict()).isEqualTo(Verdict.PASS);
            assertThat(dir.resolve(String.valueOf(inspected.image()))).isNotEmptyFile();
        }
    }

    @Test
    void goesOnAfterAPictureThatIsNone() throws Exception {
        try (var desk = desk()) {
            var board = boards.generate(9, List.of());
            var broken = "no image".getBytes(StandardCharsets.UTF_8);
            desk.offer(new CameraFrame(PlantFixtures.DRILL, "cam", "O-1.1/1", NOON, broken, broken));
            desk.offer(frame(board));
            assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(desk.unreadable()).isEqualTo(1);
            assertThat(desk.dropped()).isZero();
            assertThatThrownBy(
                            () -> desk.inspect(new CameraFrame(PlantFixtures.DRILL, "cam", "x", NOON, broken, broken)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the picture of x");
        }
    }

    /** A dark picture shows differences everywhere; nobody may blame the part, and nobody be left without word. */
    @Test
    void refusesADarkPictureByWhatItLearnedEvenAfterARestart() throws Exception {
        var board = boards.generate(4_000, List.of(DefectType.OPEN));
        var dark = new CameraFrame(
                PlantFixtures.DRILL,
                "cam",
                "O-1.1/4",
                NOON,
                MarkedImage.png(darkened(board.image())),
                MarkedImage.png(board.template()));
        try (var desk = desk()) {
            assertThat(desk.inspect(dark).fact()).isInstanceOf(Fact.PartInspected.class);
            for (int seed = 1; seed <= PictureGate.GOOD_PICTURES; seed++) {
                desk.inspect(frame(boards.generate(seed, List.of())));
            }
            var refused = (Fact.PictureRefused) desk.inspect(dark).fact();
            assertThat(refused.fault()).isEqualTo("UNDEREXPOSED");
            assertThat(refused.serial()).isEqualTo("O-1.1/4");
            assertThat(refused.why()).contains("the picture is dark", "good ones have at least");
            assertThat(refused.cure()).contains("lamp");
            assertThat(desk.inspect(frame(board)).fact()).isInstanceOf(Fact.PartInspected.class);
        }
        try (var restarted = desk()) {
            assertThat(restarted.inspect(dark).fact()).isInstanceOf(Fact.PictureRefused.class);
            var upload = new CameraFrame(dark.machine(), "upload", "x", NOON, dark.image(), dark.template());
            assertThat(restarted.inspect(upload).fact()).isInstanceOf(Fact.PartInspected.class);
        }
        Files.writeString(dir.resolve("camera-cam-320x320.json"), "torn");
        try (var anew = desk()) {
            assertThat(anew.inspect(dark).fact()).isInstanceOf(Fact.PartInspected.class);
        }
    }

    @Test
    void refusesTheBoardOfAnotherTemplateFromTheFirstPictureOn() throws Exception {
        try (var desk = desk()) {
            var blank = new byte[320 * 320];
            var strange = new CameraFrame(
                    PlantFixtures.DRILL,
                    "cam",
                    "O-1.1/5",
                    NOON,
                    MarkedImage.png(Frame.of(320, 320, blank)),
                    MarkedImage.png(boards.generate(1, List.of()).template()));
            assertThat(desk.inspect(strange).fact()).isInstanceOfSatisfying(Fact.PictureRefused.class, refused -> {
                assertThat(refused.fault()).isEqualTo("WRONG_PRODUCT");
                assertThat(refused.why()).contains("the limit");
            });
        }
    }

    private static Frame darkened(Frame frame) {
        byte[] pixels = frame.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xff) / 3);
        }
        return Frame.of(frame.width(), frame.height(), pixels);
    }

    private InspectionDesk desk() {
        return new InspectionDesk(
                List.of(CAMERA),
                new TemplateEye(new Inspector(InspectorSettings.standard(), Clock.systemUTC())),
                new PictureGate(Set.of("cam"), dir, InspectorSettings.standard().searchRadiusPx()),
                new QualityDesk(
                        List.of(CAMERA),
                        InspectorSettings.standard(),
                        dir,
                        _ -> List.of(),
                        this::accept,
                        () -> NOON,
                        Clock.systemUTC()),
                4,
                1,
                this::accept,
                Clock.systemUTC());
    }

    private CompletableFuture<Event> accept(Draft draft) {
        var event = Event.of(told.size() + 1L, NOON, draft);
        told.add(event);
        return CompletableFuture.completedFuture(event);
    }

    private static CameraFrame frame(Board board) {
        return new CameraFrame(
                PlantFixtures.DRILL,
                "cam",
                "O-1.1/3",
                NOON,
                MarkedImage.png(board.image()),
                MarkedImage.png(board.template()));
    }
}
