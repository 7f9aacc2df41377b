package dev.millwright.vision.eye;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.plant.Box;
import dev.millwright.plant.Severity;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Finding;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.anomaly.AnomalyDetector;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.anomaly.Marker;
import dev.millwright.vision.anomaly.TinyBackbone;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What eyes see, in the plant's words. */
class EyesTest {
    private static final InspectorSettings SETTINGS = InspectorSettings.standard();
    private static final InstantSource CLOCK = InstantSource.system();

    /** Grain of 64 x 48 pixels, and on a spoiled one a bright square of 8 x 8 from 16, 8. */
    private static ColourFrame grain(boolean spoiled, long seed) {
        var random = new Random(seed);
        var pixels = new byte[64 * 48];
        for (int i = 0; i < pixels.length; i++) {
            boolean bright = spoiled && i % 64 / 8 == 2 && i / 64 / 8 == 1;
            pixels[i] = (byte) (bright ? 220 : 100 + random.nextInt(20));
        }
        return ColourFrame.of(Frame.of(64, 48, pixels));
    }

    private static byte[] model() {
        byte[] onnx = TinyBackbone.brightness();
        var good = IntStream.range(0, 24).mapToObj(seed -> grain(false, seed)).toList();
        try (var marker = Marker.open(onnx, 32)) {
            AnomalyDetector detector =
                    AnomalyTraining.around(marker, good, AnomalySettings.DEFAULT.withFalseRejectRate(0.1), _ -> {});
            return AnomalyModel.write(detector, onnx);
        }
    }

    @Test
    void whatIsUnlikeGoodPartsIsToldWithItsPlaceItsHeatAndHowSure() {
        byte[] onnx = model();
        assertThat(TrainedEye.isIn(onnx)).isTrue();
        try (var eye = TrainedEye.open(onnx, "lids", SETTINGS, CLOCK)) {
            assertThat(eye.needsTemplate()).isFalse();
            var sight = eye.look(grain(true, 99), null);
            assertThat(sight.said()).isEqualTo("FAIL");
            assertThat(sight.words()).startsWith("score ").contains("worst at ");
            assertThat(sight.figures()).containsKeys("score", "threshold", "p_value");
            var worst = sight.findings().getFirst();
            assertThat(worst.type()).isEqualTo("anomaly");
            assertThat(worst.centroid().x()).isBetween(18.0, 22.0);
            assertThat(worst.centroid().y()).isBetween(10.0, 14.0);
            assertThat(worst.box().width() * worst.box().height()).isBetween(36, 200);
            assertThat(worst.location()).isEqualTo("top left");
            assertThat(worst.severity()).isEqualTo(Severity.MAJOR);
            assertThat(worst.probability()).isEqualTo(1 - sight.figures().get("p_value"));
            assertThat(worst.lengthPixels()).isBetween(8.0, 20.0);
            assertThat(worst.outlines().getFirst()).hasSizeGreaterThan(3).allSatisfy(corner -> assertThat(
                            Math.hypot(corner.x() - 20, corner.y() - 12))
                    .isLessThan(14));
            assertThat(sight.distance()).isEqualTo(worst.probability());
            var heat = sight.heat();
            assertThat(heat).isNotNull();
            assertThat(heat.map().width()).isEqualTo(64);
            assertThat(heat.map().at(20, 12)).isGreaterThan(heat.map().at(50, 40));

            var sound = eye.look(grain(false, 7), null);
            assertThat(sound.said()).isEqualTo("PASS");
            assertThat(sound.findings()).isEmpty();
            assertThat(sound.words()).startsWith("score ").doesNotContain("worst");
        }
    }

    @Test
    void anEyeForBoardsSaysWhatItsInspectorSays() {
        var board = new BoardGenerator(BoardSettings.small()).generate(7, List.of(DefectType.OPEN, DefectType.SHORT));
        var inspector = new Inspector(SETTINGS, CLOCK);
        var eye = new TemplateEye(inspector);
        var findings = inspector.inspect(board.image(), board.template()).findings();
        assertThat(eye.needsTemplate()).isTrue();
        var sight = eye.look(ColourFrame.of(board.image()), board.template());
        assertThat(sight.findings())
                .isNotEmpty()
                .isEqualTo(findings.stream().map(Finding::told).toList());
        var first = findings.getFirst();
        assertThat(sight.findings().getFirst().box())
                .isEqualTo(new Box(
                        first.box().left(),
                        first.box().top(),
                        first.box().width(),
                        first.box().height()));
        assertThat(sight.heat()).isNull();
        assertThat(sight.distance()).isNaN();
        assertThat(sight.findings())
                .allSatisfy(finding -> assertThat(finding.outlines()).isNotEmpty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eye.look(ColourFrame.of(board.image()), null))
                .withMessageContaining("No template came along");
    }

    @Test
    void aFindingMattersByTheShareOfThePictureThatItCovers() {
        assertThat(IntStream.of(9, 10, 99, 100, 10_000).mapToObj(area -> UsualSeverity.of(area, 100, 100)))
                .containsExactly(Severity.MINOR, Severity.MODERATE, Severity.MODERATE, Severity.MAJOR, Severity.MAJOR);
    }

    @Test
    void whateverLooksAtNoPicturesIsRefused() {
        byte[] onnx = TinyBackbone.brightness();
        assertThat(TrainedEye.isIn(onnx)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainedEye.open(onnx, "lids", SETTINGS, CLOCK))
                .withMessageContaining("The model lids looks at no pictures");
    }

    @Test
    void oneVersionCountsAndTheOthersAreShadows() {
        var rules = new TemplateEye(new Inspector(SETTINGS, CLOCK));
        var first = new EyeVersion("boards", "1", false, rules);
        var second = new EyeVersion("boards", "2", true, rules);
        var eyes = new TrainedEyes(Map.of("boards", List.of(first, second)));
        assertThat(eyes.active("boards")).contains(second);
        assertThat(eyes.shadows("boards")).containsExactly(first);
        assertThat(eyes.active("lids")).isEmpty();
        assertThat(second.title()).isEqualTo("boards 2");
        assertThat(eyes.rulesServe("boards")).isTrue();
        try (var lids = TrainedEye.open(model(), "lids", SETTINGS, CLOCK)) {
            var one = new TrainedEyes(Map.of("lids", List.of(new EyeVersion("lids", "1", false, lids))));
            assertThat(one.rulesServe("lids")).isFalse();
        }
    }
}
