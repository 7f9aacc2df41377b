package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A detector that looks through a network which marks bright pixels, at grain with and without a bright square. */
class MarkerTest {
    private static final AnomalySettings SETTINGS = AnomalySettings.DEFAULT.withFalseRejectRate(0.1);
    private static final int SIDE = 32;

    private static ColourFrame grain(int width, int height, boolean spoiled, long seed) {
        var random = new Random(seed);
        var pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            boolean bright = spoiled && i % width / 8 == 2 && i / width / 8 == 1;
            pixels[i] = (byte) (bright ? 220 : 100 + random.nextInt(20));
        }
        return ColourFrame.of(Frame.of(width, height, pixels));
    }

    private static List<ColourFrame> good(int from) {
        return IntStream.range(from, from + 24)
                .mapToObj(seed -> grain(64, 48, false, seed))
                .toList();
    }

    @Test
    void whatTheNetworkMarksIsRejectedAndTheModelFileSaysTheSame() {
        byte[] onnx = TinyBackbone.brightness();
        try (var marker = Marker.open(onnx, SIDE)) {
            var detector = AnomalyTraining.around(marker, good(0), SETTINGS, _ -> {});
            assertThat(detector.patches()).isZero();
            assertThat(detector.aligned()).isFalse();
            var spoiled = grain(64, 48, true, 99);
            var result = detector.inspect(spoiled);
            assertThat(result.verdict()).isEqualTo(AnomalyResult.Verdict.FAIL);
            assertThat(result.map().width()).isEqualTo(64);
            var worst = result.regions().getFirst();
            assertThat(worst.centroidX()).isBetween(18.0, 22.0);
            assertThat(worst.centroidY()).isBetween(10.0, 14.0);
            long rejected = good(100).stream()
                    .filter(each -> detector.inspect(each).verdict() == AnomalyResult.Verdict.FAIL)
                    .count();
            assertThat(rejected).isLessThan(9);

            byte[] file = AnomalyModel.write(detector, onnx);
            try (var model = AnomalyModel.read(file, "grain")) {
                assertThat(model.detector().inspect(spoiled).map().values())
                        .isEqualTo(result.map().values());
                assertThat(model.detector().calibration().threshold()).isEqualTo(result.threshold());
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AnomalyModel.write(detector, TinyBackbone.means()))
                    .withMessageContaining("was trained with the network");
            try (var other = TinyBackbone.open()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DetectorFile.of(DetectorFile.bytes(detector), other, "grain"))
                        .withMessageContaining("grain was trained with the network");
            }
        }
    }

    @Test
    void partsThatLieAloneAreToldFromSurfaces() {
        assertThat(AnomalyTraining.showOnePart(Bolts.good(12, 1), SETTINGS)).isTrue();
        assertThat(AnomalyTraining.showOnePart(good(0), SETTINGS)).isFalse();
    }

    /** Nothing is learned from what thresholds are taken from, and every image is one or the other. */
    @Test
    void goodImagesAreSharedOut() {
        var all = good(0);
        var parts = GoodParts.of(all, SETTINGS);
        assertThat(parts.heldOut()).hasSize(9).doesNotContainAnyElementsOf(parts.learned());
        assertThat(parts.learned()).hasSize(15);
        assertThat(GoodParts.of(all, SETTINGS)).isEqualTo(parts);
    }
}
