package dev.millwright.learning.vision;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.network.TorchOperators;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.OnnxOperators;
import dev.millwright.vision.segmentation.SegmentInput;
import dev.millwright.vision.segmentation.Segmenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Trains a small U-Net to mark defective pixels: by cross entropy that is balanced picture by picture, so that small defects are seen
 * too, and by what lacks in the overlap of all pictures of a step (Dice, Milletari et al. 2016).
 */
public final class SegmentTraining {
    /** Pixels on a side of what the network sees. */
    public static final int SIDE = 128;

    /** Chosen among a few on the pictures of magnetic tiles that are learned from; longer would gain still. */
    public static final StepSettings STEPS = new StepSettings(5000, 8, 1e-3, 0.05, 0.05, 0.998, 1, 1);

    private static final List<Integer> WIDTHS = List.of(16, 32, 64, 96, 128);
    /** Pixels beside which a small defect's few count for less than half of its picture. */
    private static final int FEW_PX = 20;

    /** Of libtorch's ways to reduce losses: their sum. */
    private static final long SUM = 2;

    private static final float CONTRAST = 0.2f;
    private static final float BRIGHTNESS = 0.2f;

    private final UNet network;
    private final int side;
    private final SegmentExamples examples;

    /**
     * A network that has learned nothing yet.
     *
     * @param examples of {@link #SIDE} pixels a side
     */
    public SegmentTraining(SegmentExamples examples) {
        this(examples, SIDE, WIDTHS);
    }

    SegmentTraining(SegmentExamples examples, int side, List<Integer> widths) {
        this.examples = examples;
        this.side = side;
        network = new UNet(side, widths);
    }

    /** What there is to learn from. */
    public String words() {
        return examples.words();
    }

    /**
     * Learns.
     *
     * @param folder for checkpoints; null: none are kept
     * @throws IllegalArgumentException where there is too little to learn from
     */
    public Weights train(StepSettings settings, StepTraining.Progress progress, @Nullable Path folder) {
        examples.words();
        return StepTraining.train(settings, this::loss, progress, folder);
    }

    /** The trained network as a file that {@link Segmenter} runs. */
    public byte[] onnx(Weights weights) {
        return OnnxOperators.write(
                "segmentation",
                Map.entry(Segmenter.PICTURES, new long[] {1, side, side}),
                Map.of(Segmenter.PROBABILITIES, new long[] {1, side, side}),
                weights,
                (operators, pictures) -> operators.answer(
                        operators.sigmoid(network.forward(operators, pictures)), Segmenter.PROBABILITIES),
                Map.of());
    }

    private Tensor loss(TorchOperators operators, int batch, SplittableRandom random) {
        int pixels = side * side;
        var seen = new float[batch * pixels];
        var wanted = new float[batch * pixels];
        var weights = new float[batch * pixels];
        for (int i = 0; i < batch; i++) {
            examples.write(random, seen, wanted, i * pixels);
            SegmentInput.normalise(seen, i * pixels, pixels);
            float contrast = 1 + CONTRAST * (2 * random.nextFloat() - 1);
            float brightness = BRIGHTNESS * (2 * random.nextFloat() - 1);
            for (int p = i * pixels; p < (i + 1) * pixels; p++) {
                seen[p] = contrast * seen[p] + brightness;
            }
            weigh(wanted, weights, i * pixels, pixels);
        }
        var answers = network.forward(operators, torch.tensor(seen).view(batch, 1, side, side))
                .view(batch, pixels);
        var marked = torch.tensor(wanted).view(batch, pixels);
        var entropy = torch.binary_cross_entropy_with_logits(
                        answers,
                        marked,
                        new TensorOptional(torch.tensor(weights).view(batch, pixels)),
                        new TensorOptional(),
                        SUM)
                .div(new Scalar(batch));
        return entropy.add(lacking(operators.sigmoid(answers), marked));
    }

    /** Half of a picture's weight on what is marked, or less where that is little, and half on the rest. */
    private static void weigh(float[] wanted, float[] weights, int from, int pixels) {
        float marked = 0;
        for (int p = from; p < from + pixels; p++) {
            marked += wanted[p];
        }
        for (int p = from; p < from + pixels; p++) {
            weights[p] = wanted[p] * 0.5f / (marked + FEW_PX) + (1 - wanted[p]) * 0.5f / pixels;
        }
    }

    /** One less the overlap of all pictures together. */
    private static Tensor lacking(Tensor said, Tensor marked) {
        var both = said.mul(marked).sum().mul(new Scalar(2)).add(new Scalar(1));
        var all = said.sum().add(marked.sum()).add(new Scalar(1));
        return both.div(all).neg().add(new Scalar(1));
    }
}
