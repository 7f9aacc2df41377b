package dev.millwright.learning.vision;

import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.network.Operators;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.learning.network.TorchOperators;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.OnnxOperators;
import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.Candidates;
import dev.millwright.vision.detection.Crop;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.detection.Margins;
import dev.millwright.vision.image.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Trains a small Swin transformer to judge differences between boards and their templates: the kind of defect, and the box that
 * people draw around it.
 */
public final class JudgeTraining {
    /** As many steps as DeepPCB's train pairs took to be learned; docs/benchmarks/vision.md says what was seen before. */
    public static final StepSettings STEPS = new StepSettings(2500, 64, 1.5e-3, 0.05, 0.05, 0.998, 1, 1);

    /** What its file takes and answers, for a card. */
    public static final List<TensorSpec> INPUTS =
            List.of(new TensorSpec(Judge.CROPS, List.of(-1L, (long) Crop.LAYERS, (long) Crop.SIDE, (long) Crop.SIDE)));

    public static final List<TensorSpec> OUTPUTS = List.of(
            new TensorSpec(Judge.PROBABILITIES, List.of(-1L, DefectType.values().length + 1L)),
            new TensorSpec(Judge.MARGINS, List.of(-1L, 4L)));

    private static final List<DefectType> TYPES = List.of(DefectType.values());
    private static final int KINDS = TYPES.size();
    private static final int BOX = 4;
    /** What is asked about lies in the middle: half of what is shown, each way. */
    private static final int FOCUS = 4;

    private static final int SHIFT_PX = 6;
    private static final double SMOOTHING = 0.02;
    private static final double BOX_WEIGHT = 1;

    private static final SwinSettings SWIN =
            new SwinSettings(Crop.LAYERS, Crop.SIDE, 4, List.of(32, 64), List.of(2, 4), 16, 8, FOCUS, KINDS + 1 + BOX);

    private final SwinNetwork network = new SwinNetwork(SWIN);
    private final List<JudgeExample> examples = new ArrayList<>();

    /** Adds a board, as an inspector of these settings sees it. */
    public void add(Frame image, Frame template, InspectorSettings settings, List<Defect> defects) {
        var comparison = settings.compare(image, template);
        examples.addAll(JudgeExample.of(comparison, Candidates.of(comparison, settings.mergeGapPx()), defects));
    }

    /** Differences to learn from, and how many of them are defects. */
    public String words() {
        return "%d differences, %d of them defects"
                .formatted(
                        examples.size(),
                        examples.stream()
                                .filter(example -> example.defect() != null)
                                .count());
    }

    /**
     * Learns from all boards.
     *
     * @param folder for checkpoints; null: none are kept
     * @throws IllegalArgumentException without any difference
     */
    public Weights train(StepSettings settings, StepTraining.Progress progress, @Nullable Path folder) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException(
                    "No board differs from its template, so that there is nothing to learn\nGive boards with defects.");
        }
        return StepTraining.train(settings, this::loss, progress, folder);
    }

    /** The trained network as a file that {@link Judge} runs. */
    public byte[] onnx(Weights weights) {
        var outputs = new LinkedHashMap<String, long[]>();
        outputs.put(Judge.PROBABILITIES, new long[] {KINDS + 1});
        outputs.put(Judge.MARGINS, new long[] {BOX});
        return OnnxOperators.write(
                "judge",
                Map.entry(Judge.CROPS, new long[] {Crop.LAYERS, Crop.SIDE, Crop.SIDE}),
                outputs,
                weights,
                (operators, crops) -> {
                    var answers = network.forward(operators, crops).answers();
                    operators.answer(operators.softmax(kinds(operators, answers)), Judge.PROBABILITIES);
                    operators.answer(box(operators, answers), Judge.MARGINS);
                },
                JudgeModel.metadata(TYPES.stream().map(Enum::name).toList()));
    }

    private static <T> T kinds(Operators<T> operators, T answers) {
        return operators.slice(answers, 1, 0, KINDS + 1);
    }

    private static <T> T box(Operators<T> operators, T answers) {
        return operators.slice(answers, 1, KINDS + 1, KINDS + 1 + BOX);
    }

    private Tensor loss(TorchOperators operators, int batch, SplittableRandom random) {
        var crops = new float[batch * Crop.LENGTH];
        var kinds = new long[batch];
        var boxes = new float[batch * BOX];
        var isDefect = new float[batch * BOX];
        for (int i = 0; i < batch; i++) {
            var example = examples.get(random.nextInt(examples.size()));
            int turn = random.nextInt(Turns.COUNT);
            Crop.write(
                    example.comparison(),
                    example.difference(),
                    random.nextInt(-SHIFT_PX, SHIFT_PX + 1),
                    random.nextInt(-SHIFT_PX, SHIFT_PX + 1),
                    crops,
                    i * Crop.LENGTH);
            Turns.lay(crops, i * Crop.LENGTH, Crop.LAYERS, Crop.SIDE, turn);
            var defect = example.defect();
            kinds[i] = defect == null ? KINDS : TYPES.indexOf(defect.type());
            var margins = example.margins();
            var sides = Turns.margins(margins.left(), margins.top(), margins.right(), margins.bottom(), turn);
            for (int side = 0; side < BOX; side++) {
                boxes[i * BOX + side] = sides[side] / Margins.UNIT_PX;
                isDefect[i * BOX + side] = defect == null ? 0 : 1;
            }
        }
        var images = torch.tensor(crops).view(batch, Crop.LAYERS, Crop.SIDE, Crop.SIDE);
        var answers = network.forward(operators, images).answers();
        var kind = torch.cross_entropy_loss(
                kinds(operators, answers), torch.tensor(kinds), new TensorOptional(), 1, -100, SMOOTHING);
        var there = torch.tensor(isDefect).view(batch, BOX);
        var off = torch.smooth_l1_loss(
                box(operators, answers).mul(there),
                torch.tensor(boxes).view(batch, BOX).mul(there));
        return kind.add(operators.times(off, (float) BOX_WEIGHT));
    }
}
