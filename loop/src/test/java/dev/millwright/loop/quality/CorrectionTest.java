package dev.millwright.loop.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.Box;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Severity;
import dev.millwright.plant.SeverityRule;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.event.Fact.FindingCorrected;
import dev.millwright.plant.event.Fact.PartInspected;
import dev.millwright.twin.Confirmation;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.evaluation.InspectRun;
import dev.millwright.vision.eye.TemplateEye;
import dev.millwright.vision.generator.Board;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Camera CAMERA = new Camera(
            "cam",
            PlantFixtures.DRILL,
            320,
            320,
            0,
            0.05,
            Map.of("open", new SeverityRule(List.of(new SeverityRule.Step(0, Severity.MINOR)))),
            null,
            Camera.USUALLY_PASSING);

    private final BoardGenerator boards = new BoardGenerator(BoardSettings.small());

    @TempDir
    private Path dir;

    private TwinEngine twin;
    private QualityDesk quality;
    private InspectionDesk desk;

    @BeforeEach
    void open() {
        twin = TwinEngine.open(PlantFixtures.cell(), dir.resolve("journal"), TwinSettings.DEFAULT, Clock.systemUTC());
        quality = new QualityDesk(
                List.of(CAMERA),
                InspectorSettings.standard(),
                pictures(),
                twin::events,
                twin::accept,
                () -> NOON.plusSeconds(60),
                Clock.systemUTC());
        desk = new InspectionDesk(
                List.of(CAMERA),
                new TemplateEye(new Inspector(InspectorSettings.standard(), Clock.systemUTC())),
                new PictureGate(Set.of("cam"), pictures(), 12),
                quality,
                4,
                twin.lastOffset() + 1,
                twin::accept,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        desk.close();
        twin.close();
    }

    /** What was said can be learned from, and counts; the last word about a finding replaces the earlier ones. */
    @Test
    void whatPeopleSayIsKeptWithThePictureAsPairsToLearnFrom() throws Exception {
        var told = inspect(7, List.of(DefectType.OPEN, DefectType.SHORT));
        var fact = (PartInspected) told.fact();
        int open = number(fact, "open");
        quality.correct(told, fact, said(CorrectionVerdict.CONFIRMED, open, null, null));
        quality.correct(told, fact, said(CorrectionVerdict.REJECTED, open, null, null));
        quality.correct(told, fact, said(CorrectionVerdict.MISSED, null, "spur", new Box(10, 20, 30, 40)));

        var pair = pictures().resolve("corrections");
        assertThat(Files.readAllBytes(pair.resolve(fact.inspection() + "_test.png")))
                .isEqualTo(MarkedImage.png(
                        board(7, List.of(DefectType.OPEN, DefectType.SHORT)).image()));
        var shorted = fact.findings().get(1 - open).box();
        assertThat(Files.readAllLines(pair.resolve(fact.inspection() + ".txt")))
                .containsExactly(
                        "%d %d %d %d 2"
                                .formatted(
                                        shorted.x(),
                                        shorted.y(),
                                        shorted.x() + shorted.width(),
                                        shorted.y() + shorted.height()),
                        "10 20 40 60 4");
        assertThat(InspectRun.pairs(pair)).hasSize(1);
        var judged = twin.state().machines().get(PlantFixtures.DRILL).counters().judged();
        assertThat(judged)
                .containsEntry("open", new Confirmation(0, 1, 0))
                .containsEntry("spur", new Confirmation(0, 0, 1));
        assertThat(quality.corrections(told, fact))
                .extracting(event -> ((FindingCorrected) event.fact()).before())
                .containsExactly(null, CorrectionVerdict.CONFIRMED, null);
    }

    /** A part that passed has its picture too: that is where defects are missed. */
    @Test
    void aMissedDefectOfAPassedPartKeepsItsPicture() {
        var told = inspect(8, List.of());
        var fact = (PartInspected) told.fact();
        quality.correct(told, fact, said(CorrectionVerdict.MISSED, null, "scratch", new Box(1, 2, 3, 4)));
        assertThat(pictures().resolve("corrections").resolve(fact.inspection() + "_temp.png"))
                .isNotEmptyFile();
        assertThat(pictures().resolve("corrections").resolve(fact.inspection() + ".txt"))
                .hasContent("1 2 4 6 scratch");
    }

    /** Between the event and the list of defects a crash may come; the event counts. */
    @Test
    void whatACrashLeftUnwrittenIsWrittenAtTheNextStart() throws Exception {
        var told = inspect(7, List.of(DefectType.OPEN));
        var fact = (PartInspected) told.fact();
        quality.correct(told, fact, said(CorrectionVerdict.REJECTED, 0, null, null));
        var list = pictures().resolve("corrections").resolve(fact.inspection() + ".txt");
        assertThat(list).hasContent("");
        Files.writeString(list, "1 1 2 2 1\n");
        close();
        open();
        quality.catchUp();
        assertThat(list).hasContent("");
        assertThat(twin.events(EventQuery.all().ofTypes(Set.of("finding-corrected"))))
                .hasSize(1);
    }

    @Test
    void whatCannotBeSaidIsRefusedInWords() {
        var told = inspect(7, List.of(DefectType.OPEN));
        var fact = (PartInspected) told.fact();
        assertThatThrownBy(() -> quality.correct(told, fact, said(CorrectionVerdict.CONFIRMED, 9, null, null)))
                .hasMessageContaining("no finding 9")
                .hasMessageContaining("from 0 to");
        assertThatThrownBy(() -> quality.correct(
                        told, fact, said(CorrectionVerdict.MISSED, null, "open", new Box(300, 300, 40, 40))))
                .hasMessageContaining("320 x 320 pixels; draw the box inside");
        assertThatThrownBy(() -> quality.correct(told, fact, said(CorrectionVerdict.CONFIRMED, null, null, null)))
                .hasMessageContaining("Name the finding");
        assertThat(twin.events(EventQuery.all().ofTypes(Set.of("finding-corrected"))))
                .isEmpty();
    }

    @Test
    void aCamerasScaleAndRulesOfSeverityHold() {
        var fact = (PartInspected) inspect(7, List.of(DefectType.OPEN)).fact();
        assertThat(fact.mmPerPixel()).isEqualTo(0.05);
        assertThat(fact.findings())
                .filteredOn(finding -> finding.type().equals("open"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.MINOR);
                    assertThat(finding.lengthPixels()).isPositive();
                    assertThat(finding.centroid().x())
                            .isBetween(
                                    (double) finding.box().x(),
                                    (double) finding.box().x() + finding.box().width());
                });
        assertThat(quality.heatMap(fact)).isPresent();
    }

    /** A camera that takes the very same board again shows the very same defect: nothing may be nearer. */
    @Test
    void thePastCaseThatIsMostAlikeComesFirst() {
        var same = (PartInspected) inspect(7, List.of(DefectType.OPEN)).fact();
        inspect(11, List.of(DefectType.SHORT));
        inspect(12, List.of(DefectType.OPEN));
        inspect(13, List.of(DefectType.SPUR));
        var asked = (PartInspected) inspect(7, List.of(DefectType.OPEN)).fact();
        var similar = quality.similar(asked.inspection(), 0, 3);
        assertThat(similar).hasSize(3);
        assertThat(similar.getFirst().inspection()).isEqualTo(same.inspection());
        assertThat(similar.getFirst().distance()).isCloseTo(0, within(1e-9));
        assertThat(similar.get(1).distance()).isGreaterThan(0.01);
        close();
        open();
        assertThat(quality.similar(asked.inspection(), 0, 3)).isEqualTo(similar);
        assertThat(quality.similar(same.inspection(), 0, 3)).isEmpty();
        assertThatThrownBy(() -> quality.similar("I-9999", 0, 3)).hasMessageContaining("not kept");
        assertThatThrownBy(() -> quality.similar(asked.inspection(), 99, 3)).hasMessageContaining("no finding 99");
    }

    @Test
    void aClickOnADefectProposesIt() {
        var fact = (PartInspected) inspect(7, List.of(DefectType.OPEN)).fact();
        var finding = fact.findings().getFirst();
        var proposal = quality.segment(
                fact, (int) finding.centroid().x(), (int) finding.centroid().y());
        assertThat(proposal.outline()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(proposal.areaPixels()).isPositive();
        assertThat(proposal.box().width()).isLessThanOrEqualTo(finding.box().width() + 8);
        assertThatThrownBy(() -> quality.segment(fact, 320, 0)).hasMessageContaining("Click inside the picture");
    }

    @Test
    void camerasAreLearnedAndTheirDriftIsTold() throws Exception {
        for (int seed = 1; seed <= PictureGate.GOOD_PICTURES; seed++) {
            inspect(seed, List.of());
        }
        assertThat(quality.cameras()).singleElement().satisfies(camera -> {
            assertThat(camera.camera()).isEqualTo("cam");
            assertThat(camera.pictures()).isEqualTo(PictureGate.GOOD_PICTURES);
            assertThat(camera.stability()).isNotNull();
        });
        assertThat(pictures().resolve("camera-cam-320x320.drift.json")).isNotEmptyFile();
    }

    private Path pictures() {
        return dir.resolve("inspections");
    }

    private static int number(PartInspected fact, String type) {
        for (int i = 0; i < fact.findings().size(); i++) {
            if (fact.findings().get(i).type().equals(type)) {
                return i;
            }
        }
        throw new AssertionError("no " + type + " in " + fact.findings());
    }

    private Event inspect(int seed, List<DefectType> defects) {
        var board = board(seed, defects);
        var event = desk.inspect(new CameraFrame(
                PlantFixtures.DRILL,
                "cam",
                "O-1.1/" + seed,
                NOON.plusSeconds(twin.lastOffset()),
                MarkedImage.png(board.image()),
                MarkedImage.png(board.template())));
        assertThat(event.fact()).isInstanceOf(Fact.PartInspected.class);
        return event;
    }

    private Board board(int seed, List<DefectType> defects) {
        return boards.generate(seed, defects);
    }

    private static Said said(
            CorrectionVerdict verdict, @Nullable Integer finding, @Nullable String type, @Nullable Box box) {
        return new Said(verdict, finding, type, box, List.of(), null, "anna");
    }
}
