package dev.millwright.learning.vision;

import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.network.TorchOperators;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.OnnxOperators;
import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.image.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link DenseDetector} on pictures in which people have drawn boxes: on square parts of them, turned and mirrored, a little
 * brighter or darker. Middles are learned by the focal loss of Law and Deng (2018), boxes by how far off their sides are.
 */
public final class DenseTraining {
    /** A first guess; nothing was tuned. */
    public static final StepSettings STEPS = new StepSettings(1800, 16, 2e-3, 0.05, 0.05, 0.998, 5, 1);

    /** Pixels on a side of the parts that are learned from. */
    public static final int SIDE = 256;

    private static final float CONTRAST = 0.15f;
    private static final float BRIGHTNESS = 0.1f;

    private final int planes;
    private final int kinds;
    private final int side;
    private final DenseNetwork network;
    private final List<DensePicture> pictures = new ArrayList<>();

    /**
     * A training on parts of {@link #SIDE} pixels.
     *
     * @param planes of each picture: 3 of a colour picture, 3 of a board beside its template
     * @param kinds how many kinds of things there are
     */
    public DenseTraining(int planes, int kinds) {
        this(planes, kinds, SIDE);
    }

    /** @param side of the parts, pixels; a multiple of 32 */
    public DenseTraining(int planes, int kinds, int side) {
        if (planes < 1 || kinds < 1 || side < 1 || side % DenseInput.MULTIPLE != 0) {
            throw new IllegalArgumentException(
                    "%d planes, %d kinds, parts of %d pixels\nGive 1 or more of both, and a multiple of %d."
                            .formatted(planes, kinds, side, DenseInput.MULTIPLE));
        }
        this.planes = planes;
        this.kinds = kinds;
        this.side = side;
        network = new DenseNetwork(planes, kinds);
    }

    /**
     * Adds a picture.
     *
     * @param planes of one size; {@link DenseInput#of} makes them of a colour picture, or of a board
     * @param known all that people see in it; none: there is nothing in it
     * @throws IllegalArgumentException when planes or kinds are not as many as were said, or a box lies outside
     */
    public void add(List<Frame> planes, List<KnownBox> known) {
        if (planes.size() != this.planes) {
            throw new IllegalArgumentException("A picture of %d planes for a detector of %d\nGive all pictures as many."
                    .formatted(planes.size(), this.planes));
        }
        var picture = planes.getFirst();
        for (var each : known) {
            if (each.kind() < 0 || each.kind() >= kinds) {
                throw new IllegalArgumentException(
                        "Kind %d of %d kinds\nCount them from 0.".formatted(each.kind(), kinds));
            }
            var box = each.box();
            if (box.left() < 0 || box.top() < 0 || box.right() > picture.width() || box.bottom() > picture.height()) {
                throw new IllegalArgumentException("%s in a picture of %d x %d pixels\nGive boxes that lie within it."
                        .formatted(box, picture.width(), picture.height()));
            }
        }
        pictures.add(new DensePicture(List.copyOf(planes), List.copyOf(known)));
    }

    /** What there is to learn from. */
    public String words() {
        return "%d pictures, %d things in them"
                .formatted(
                        pictures.size(),
                        pictures.stream().mapToInt(each -> each.known().size()).sum());
    }

    /**
     * Learns.
     *
     * @param folder for checkpoints; null: none are kept
     * @throws IllegalArgumentException when nobody has seen anything in any picture
     */
    public Weights train(StepSettings settings, StepTraining.Progress progress, @Nullable Path folder) {
        if (pictures.stream().allMatch(picture -> picture.known().isEmpty())) {
            throw new IllegalArgumentException(
                    "None of %d pictures has a box, so that there is nothing to learn\nGive boxes."
                            .formatted(pictures.size()));
        }
        return StepTraining.train(settings, this::loss, progress, folder);
    }

    /** The trained network as a file that {@link DenseDetector} runs, on pictures of any size. */
    public byte[] onnx(Weights weights) {
        return onnx(weights, Map.of());
    }

    /**
     * The same, which says more of itself.
     *
     * @param metadata by name
     */
    public byte[] onnx(Weights weights, Map<String, String> metadata) {
        var outputs = new LinkedHashMap<String, long[]>();
        outputs.put(DenseDetector.MIDDLES, new long[] {kinds, OnnxOperators.ANY, OnnxOperators.ANY});
        outputs.put(DenseDetector.REACHES, new long[] {4, OnnxOperators.ANY, OnnxOperators.ANY});
        return OnnxOperators.write(
                "dense-detector",
                Map.entry(DenseDetector.PICTURES, new long[] {planes, OnnxOperators.ANY, OnnxOperators.ANY}),
                outputs,
                weights,
                (operators, input) -> {
                    var said = network.forward(operators, input);
                    operators.answer(operators.sigmoid(said.middles()), DenseDetector.MIDDLES);
                    operators.answer(operators.times(said.reaches(), unitPx()), DenseDetector.REACHES);
                },
                metadata);
    }

    /** Pixels that the network counts as 1: half the mean side of a thing. */
    private float unitPx() {
        return (float) pictures.stream()
                .flatMap(picture -> picture.known().stream())
                .mapToDouble(known -> (known.box().width() + known.box().height()) / 4.0)
                .average()
                .orElse(1);
    }

    private Tensor loss(TorchOperators operators, int batch, SplittableRandom random) {
        int length = planes * side * side;
        float unitPx = unitPx();
        var seen = new float[batch * length];
        var wanted = new DenseTargets(batch, kinds, side);
        for (int i = 0; i < batch; i++) {
            var picture = pictures.get(random.nextInt(pictures.size()));
            wanted.add(i, picture.write(side, random, seen, i * length), unitPx);
            float contrast = 1 + CONTRAST * (2 * random.nextFloat() - 1);
            float brightness = BRIGHTNESS * (2 * random.nextFloat() - 1);
            for (int p = i * length; p < (i + 1) * length; p++) {
                seen[p] = contrast * seen[p] + brightness;
            }
        }
        var said = network.forward(operators, torch.tensor(seen).view(batch, planes, side, side));
        return middles(operators, said.middles(), wanted).add(reaches(said.reaches(), wanted));
    }

    private static Tensor middles(TorchOperators operators, Tensor said, DenseTargets wanted) {
        var places = said.reshape(-1);
        var there = operators.sigmoid(places);
        var not = operators.sigmoid(places.neg());
        var missed = torch.log_sigmoid(places).mul(not).mul(not).mul(torch.tensor(wanted.peaks));
        var wrong = torch.log_sigmoid(places.neg()).mul(there).mul(there).mul(torch.tensor(wanted.elsewhere));
        return missed.add(wrong).sum().neg().div(new Scalar(Math.max(1, wanted.things)));
    }

    private static Tensor reaches(Tensor said, DenseTargets wanted) {
        return said.reshape(-1)
                .sub(torch.tensor(wanted.reaches))
                .abs()
                .mul(torch.tensor(wanted.reached))
                .sum()
                .div(new Scalar(Math.max(1, 4 * wanted.reachedPlaces)));
    }
}
