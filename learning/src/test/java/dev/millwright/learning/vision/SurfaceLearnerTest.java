package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.surface.SurfaceClassifier;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurfaceLearnerTest {
    private static final List<String> KINDS = List.of("scratched", "spotted");

    /** Scratches and spots are told apart after half a minute, on pictures never seen; what is said is likely is. */
    @Test
    void tellsScratchesFromSpots() {
        var random = new SplittableRandom(1);
        byte[] onnx = SurfaceLearner.learn(
                pictures(random, 80),
                KINDS,
                Lying.ANY_WAY,
                new StepSettings(160, 16, 2e-3, 0.1, 0.01, 0.95, 1, 1),
                (_, _, _) -> {},
                null);
        try (var session = OnnxSession.open(onnx)) {
            var classifier = new SurfaceClassifier(session, KINDS, SurfaceTraining.SIDE);
            int right = 0;
            for (var picture : pictures(random, 40)) {
                var said = classifier.classify(picture.picture());
                right += said.kind().equals(KINDS.get(picture.kind())) ? 1 : 0;
                assertThat(said.probability()).isBetween(0.5, 1.0);
                assertThat(said.map()).hasSize(36);
            }
            assertThat(right).isGreaterThan(32);
            assertThatThrownBy(() -> new SurfaceClassifier(session, List.of("one"), SurfaceTraining.SIDE)
                            .classify(pictures(random, 1).getFirst().picture()))
                    .hasMessageContaining("its kinds");
        }
    }

    /** Of each kind the same share, nothing twice, nothing lost. */
    @Test
    void partsEachKindAlike() {
        var pictures = pictures(new SplittableRandom(2), 50);
        var first = new ArrayList<SurfacePicture>();
        var second = new ArrayList<SurfacePicture>();
        SurfaceLearner.split(pictures, 2, 0.2, 3, first, second);
        assertThat(first).hasSize(10).filteredOn(picture -> picture.kind() == 0).hasSize(5);
        assertThat(second).hasSize(40).doesNotContainAnyElementsOf(first);
    }

    @Test
    void readsAFolderForEachKind(@TempDir Path folder) throws IOException {
        for (var kind : KINDS) {
            Files.createDirectories(folder.resolve(kind));
            ImageIO.write(
                    new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY),
                    "png",
                    folder.resolve(kind).resolve("a.PNG").toFile());
        }
        Files.writeString(folder.resolve("LICENSE"), "of the set");
        Files.writeString(folder.resolve("spotted/notes.txt"), "no picture");
        var read = SurfaceFolder.read(folder);
        assertThat(read.kinds()).isEqualTo(KINDS);
        assertThat(read.pictures())
                .extracting(SurfacePicture::name)
                .containsExactly("scratched/a.PNG", "spotted/a.PNG");
        assertThatThrownBy(() -> SurfaceFolder.read(folder.resolve("spotted")))
                .hasMessageContaining("pictures of 0 kinds");
        assertThatThrownBy(() -> new SurfaceTraining(read.pictures(), List.of("one"), Lying.LEVEL))
                .hasMessageContaining("2 pictures of 1 kinds");
    }

    private static List<SurfacePicture> pictures(SplittableRandom random, int count) {
        var pictures = new ArrayList<SurfacePicture>();
        for (int i = 0; i < count; i++) {
            pictures.add(new SurfacePicture("p" + i, ColourFrame.of(picture(random, i % 2 == 0)), i % 2));
        }
        return pictures;
    }

    /** Grey with noise, and on it one long dark scratch across or some round dark spots. */
    private static Frame picture(SplittableRandom random, boolean scratched) {
        int side = 100;
        var pixels = new byte[side * side];
        int row = 20 + random.nextInt(60);
        int[] spots = random.ints(12, 10, 90).toArray();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = scratched && Math.abs(y - row) < 3;
                for (int i = 0; !scratched && i < spots.length; i += 2) {
                    dark |= Math.hypot(x - spots[i], y - spots[i + 1]) < 5;
                }
                pixels[y * side + x] = (byte) ((dark ? 60 : 160) + random.nextInt(20));
            }
        }
        return Frame.of(side, side, pixels);
    }
}
