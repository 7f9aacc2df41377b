package dev.millwright.learning.distillation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.learning.onnx.SurfaceOnnx;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.anomaly.Backbone;
import dev.millwright.vision.anomaly.Normalisation;
import dev.millwright.vision.image.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distillation from a network of the same plan with weights by chance, which is as real a teacher as any. */
class DistillationTest {
    private static final DistillationSettings SETTINGS = new DistillationSettings(32, 2, 30, 8, 6, 5e-3, 1e-4, 1);

    @TempDir
    Path folder;

    private Backbone teacher = Backbone.open(teacher(), Normalisation.IMAGENET);

    private static byte[] teacher() {
        try (var _ = new PointerScope()) {
            return SurfaceOnnx.write(new SurfaceNetwork(16, 99).weights(), Map.of());
        }
    }

    @BeforeEach
    void photographs() throws IOException {
        var random = new Random(1);
        for (int i = 0; i < 3; i++) {
            var pixels = new byte[48 * 40];
            random.nextBytes(pixels);
            Files.write(folder.resolve(i + ".png"), MarkedImage.png(Frame.of(48, 40, pixels)));
        }
    }

    @AfterEach
    void close() {
        teacher.close();
    }

    /** What is served has to be what was trained, batch normalisation folded in and all. */
    @Test
    void theFileSaysWhatTheNetworkSays() {
        var random = new Random(2);
        var picture = new float[3 * 64 * 96];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) random.nextGaussian();
        }
        try (var _ = new PointerScope()) {
            var network = new SurfaceNetwork(8, 5);
            var input = torch.tensor(picture).view(1, 3, 64, 96);
            network.train(true);
            for (int i = 0; i < 5; i++) {
                network.forward(input.mul(torch.tensor(new float[] {1 + i}))); // moves the running means
            }
            network.train(false);
            var answer = network.forward(input).contiguous();
            var plain = new float[(int) answer.numel()];
            answer.data_ptr_float().get(plain);
            try (var session = OnnxSession.open(SurfaceOnnx.write(network.weights(), Map.of()))) {
                var served = requireNonNull(
                        session.run(Map.of(SurfaceOnnx.INPUT, new Tensor(new long[] {1, 3, 64, 96}, picture)))
                                .get(SurfaceOnnx.OUTPUT));
                assertThat(served.shape()).containsExactly(1, 8, 8, 12);
                assertThat(served.values()).containsExactly(plain, within(1e-4f));
            }
        }
    }

    @Test
    void itLearnsAndATrainingThatWasStoppedGoesOnWhereItStood() {
        var straight = Distillation.train(teacher, folder, SETTINGS, null, _ -> {});
        var kept = folder.resolve("kept");
        assertThatThrownBy(() -> Distillation.train(teacher, folder, SETTINGS, kept, progress -> {
                    if (progress.done() == 28) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        var steps = new int[1];
        var resumed = Distillation.train(teacher, folder, SETTINGS, kept, _ -> steps[0]++);
        assertThat(steps[0]).isEqualTo(5);
        assertThat(resumed.weights().bytes()).isEqualTo(straight.weights().bytes());
        assertThat(resumed.missed()).isEqualTo(straight.missed());
        var untrained = Distillation.train(
                teacher, folder, new DistillationSettings(32, 2, 1, 8, 6, 1e-9, 1e-4, 1), null, _ -> {});
        assertThat(straight.missed()).isLessThan(0.9 * untrained.missed());
    }

    @Test
    void theSameNumberHasTheSamePicture() {
        var pictures = new Pictures(Photographs.in(folder), 3, 64);
        for (int number = 0; number < 40; number++) {
            var picture = pictures.picture(number);
            assertThat(picture.values()).isEqualTo(pictures.picture(number).values());
            for (float value : picture.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
        assertThat(pictures.picture(1).values())
                .isNotEqualTo(pictures.picture(2).values());
    }

    @Test
    void aFolderWithoutPhotographsIsRefused() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distillation.train(teacher, empty, SETTINGS, null, _ -> {}))
                .withMessageContaining("no JPEG, PNG or BMP");
    }
}
