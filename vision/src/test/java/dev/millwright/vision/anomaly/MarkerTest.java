package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
            assertThat(detector.fullHeat())
                    .isEqualTo(Math.min(1, 2 * detector.calibration().regionThreshold()));
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

    /** A spot of six pixels is lost where 32 x 32 pixels stand for 300 x 200, and found in tiles, wherever it lies. */
    @Test
    void aSmallSpotInALargeImageIsFoundThroughTiles() {
        byte[] onnx = TinyBackbone.brightness();
        var good = IntStream.range(0, 24)
                .mapToObj(seed -> grain(300, 200, false, seed))
                .toList();
        try (var marker = Marker.open(onnx, SIDE)) {
            var detector = AnomalyTraining.around(marker, good, SETTINGS.withTiles(64), _ -> {});
            var random = new Random(3);
            for (int i = 0; i < 40; i++) {
                int left = random.nextInt(294);
                int top = random.nextInt(194);
                var pixels = grain(300, 200, false, 500 + i).grey().pixels();
                for (int p = 0; p < 36; p++) {
                    pixels[(top + p / 6) * 300 + left + p % 6] = (byte) 200;
                }
                var result = detector.inspect(Frame.of(300, 200, pixels));
                assertThat(result.regions()).as("%d, %d", left, top).isNotEmpty();
                var worst = result.regions().getFirst();
                assertThat(worst.centroidX()).isBetween(left - 3.0, left + 9.0);
                assertThat(worst.centroidY()).isBetween(top - 3.0, top + 9.0);
                assertThat(result.map().width()).isEqualTo(300);
            }
            byte[] file = AnomalyModel.write(detector, onnx);
            try (var model = AnomalyModel.read(file, "grain")) {
                assertThat(model.detector().inspect(good.getFirst()).map().values())
                        .isEqualTo(detector.inspect(good.getFirst()).map().values());
            }
        }
    }

    /** What an earlier Millwright wrote knows of no tiles and reads as ever. */
    @Test
    void aFileOfTheFirstVersionIsRead() throws IOException {
        try (var marker = Marker.open(TinyBackbone.brightness(), SIDE)) {
            var detector = AnomalyTraining.around(marker, good(0), SETTINGS, _ -> {});
            byte[] now = DetectorFile.bytes(detector);
            int head = 4 + Integer.BYTES + 64;
            // Behind the hash of the network, in two bytes of length and 64 letters, version 2 has the tile in four.
            var body = new ByteArrayOutputStream();
            body.write(now, head, 66);
            body.write(now, head + 66 + Integer.BYTES, now.length - head - 66 - Integer.BYTES);
            var old = new ByteArrayOutputStream();
            var out = new DataOutputStream(old);
            out.writeBytes("MWAD");
            out.writeInt(1);
            out.writeBytes(ModelRegistry.sha256(body.toByteArray()));
            body.writeTo(out);
            var read = DetectorFile.of(old.toByteArray(), marker, "grain");
            assertThat(DetectorFile.bytes(read)).isEqualTo(now);
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
