package dev.millwright.learning.vision;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.network.TorchOperators;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.OnnxOperators;
import dev.millwright.vision.surface.SurfaceClassifier;
import dev.millwright.vision.surface.SurfaceInput;
import dev.millwright.vision.surface.SurfaceModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Trains a small Swin transformer to tell which of several kinds of surface a picture shows. */
public final class SurfaceTraining {
    /** Pixels on a side of what the network sees. */
    public static final int SIDE = 96;

    /** Pictures are kept a little larger, so that each step sees another part of them. */
    private static final int KEPT_SIDE = 112;

    private static final double SMOOTHING = 0.05;
    private static final float CONTRAST = 0.25f;
    private static final float BRIGHTNESS = 0.15f;

    private final List<String> kinds;
    private final Lying lying;
    private final SwinNetwork network;
    private final float[] pictures;
    private final int[] kindOf;

    /**
     * A training on these pictures.
     *
     * @param kinds what they may show, by name
     * @throws IllegalArgumentException without pictures, or with only one kind
     */
    public SurfaceTraining(List<SurfacePicture> pictures, List<String> kinds, Lying lying) {
        if (pictures.isEmpty() || kinds.size() < 2) {
            throw new IllegalArgumentException("%d pictures of %d kinds\nGive pictures of two kinds or more."
                    .formatted(pictures.size(), kinds.size()));
        }
        this.kinds = List.copyOf(kinds);
        this.lying = lying;
        network = new SwinNetwork(new SwinSettings(
                SurfaceInput.PLANES, SIDE, 4, List.of(32, 64, 128), List.of(2, 2, 2), 16, 6, 6, kinds.size()));
        int length = SurfaceInput.length(KEPT_SIDE);
        this.pictures = new float[pictures.size() * length];
        kindOf = new int[pictures.size()];
        for (int i = 0; i < kindOf.length; i++) {
            SurfaceInput.write(pictures.get(i).picture(), KEPT_SIDE, this.pictures, i * length);
            kindOf[i] = pictures.get(i).kind();
        }
    }

    /**
     * Learns.
     *
     * @param folder for checkpoints; null: none are kept
     */
    public Weights train(StepSettings settings, StepTraining.Progress progress, @Nullable Path folder) {
        return StepTraining.train(settings, this::loss, progress, folder);
    }

    /**
     * The trained network as a file that {@link SurfaceClassifier} runs.
     *
     * @param temperature by which what it says is divided, so that its probabilities hold (Guo et al. 2017)
     */
    public byte[] onnx(Weights weights, double temperature) {
        var outputs = new LinkedHashMap<String, long[]>();
        outputs.put(SurfaceClassifier.PROBABILITIES, new long[] {kinds.size()});
        outputs.put(SurfaceClassifier.EVIDENCE, new long[] {network.places(), kinds.size()});
        return OnnxOperators.write(
                "surface",
                Map.entry(SurfaceClassifier.PICTURES, new long[] {SurfaceInput.PLANES, SIDE, SIDE}),
                outputs,
                weights,
                (operators, input) -> {
                    var said = network.forward(operators, input);
                    operators.answer(
                            operators.softmax(operators.times(said.answers(), (float) (1 / temperature))),
                            SurfaceClassifier.PROBABILITIES);
                    operators.answer(said.evidence(), SurfaceClassifier.EVIDENCE);
                },
                SurfaceModel.metadata(kinds, SIDE));
    }

    private Tensor loss(TorchOperators operators, int batch, SplittableRandom random) {
        int length = SurfaceInput.length(SIDE);
        var seen = new float[batch * length];
        var wanted = new long[batch];
        for (int i = 0; i < batch; i++) {
            int picture = random.nextInt(kindOf.length);
            wanted[i] = kindOf[picture];
            cut(picture, seen, i * length, random);
            Turns.lay(seen, i * length, SurfaceInput.PLANES, SIDE, lying.turn(random));
        }
        var answers = network.forward(operators, torch.tensor(seen).view(batch, SurfaceInput.PLANES, SIDE, SIDE))
                .answers();
        return torch.cross_entropy_loss(answers, torch.tensor(wanted), new TensorOptional(), 1, -100, SMOOTHING);
    }

    /** A part of a picture, a little brighter or darker, with more contrast or less. */
    private void cut(int picture, float[] into, int at, SplittableRandom random) {
        int left = random.nextInt(KEPT_SIDE - SIDE + 1);
        int top = random.nextInt(KEPT_SIDE - SIDE + 1);
        float contrast = 1 + CONTRAST * (2 * random.nextFloat() - 1);
        float brightness = BRIGHTNESS * (2 * random.nextFloat() - 1);
        for (int plane = 0; plane < SurfaceInput.PLANES; plane++) {
            int from = picture * SurfaceInput.length(KEPT_SIDE) + plane * KEPT_SIDE * KEPT_SIDE;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    into[at + (plane * SIDE + y) * SIDE + x] =
                            contrast * pictures[from + (top + y) * KEPT_SIDE + left + x] + brightness;
                }
            }
        }
    }
}
