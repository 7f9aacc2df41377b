package dev.millwright.vision.detection;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Judges each difference of an image from its template by a trained model: what kind of defect it is, if it is one, and the box
 * that people would draw around it. It may serve many threads.
 */
public final class Judge {
    /** The model's input: differences, {@link Crop#LAYERS}, {@link Crop#SIDE}, {@link Crop#SIDE}. */
    public static final String CROPS = "crops";

    /** What the model says: differences, a probability for each label, and last for being no defect. */
    public static final String PROBABILITIES = "probabilities";

    /** What the model says: differences, left, top, right and bottom, in units of {@link Margins#UNIT_PX}. */
    public static final String MARGINS = "margins";

    /** Two findings of a label that overlap by more are one. */
    private static final double SAME_IOU = 0.3;

    private final OnnxSession session;
    private final List<String> labels;

    /**
     * A judge with a model.
     *
     * @param labels the kinds of defect it knows, in the model's order
     */
    public Judge(OnnxSession session, List<String> labels) {
        this.session = session;
        this.labels = List.copyOf(labels);
    }

    /**
     * What the differences are, the surest first; of those that are one defect only the surest is told.
     *
     * @throws IllegalArgumentException when the model knows another number of labels
     */
    public List<Judgement> judge(Comparison comparison, List<Blob> differences) {
        if (differences.isEmpty()) {
            return List.of();
        }
        var crops = new float[differences.size() * Crop.LENGTH];
        for (int i = 0; i < differences.size(); i++) {
            Crop.write(comparison, differences.get(i), crops, i * Crop.LENGTH);
        }
        long[] shape = {differences.size(), Crop.LAYERS, Crop.SIDE, Crop.SIDE};
        var said = session.run(Map.of(CROPS, new Tensor(shape, crops)));
        var probabilities = said.get(PROBABILITIES);
        var margins = said.get(MARGINS);
        if (probabilities == null
                || margins == null
                || probabilities.values().length != differences.size() * (labels.size() + 1)) {
            throw new IllegalArgumentException(
                    "The model says %s, not what %s are\nName a model that judges differences between images, and its labels."
                            .formatted(said.keySet(), labels));
        }
        var judgements = new ArrayList<Judgement>();
        for (int i = 0; i < differences.size(); i++) {
            judgements.add(judgement(comparison, differences.get(i), probabilities.values(), margins.values(), i));
        }
        judgements.sort(Comparator.comparingDouble(Judgement::probability).reversed());
        return withoutRepetition(judgements);
    }

    private Judgement judgement(
            Comparison comparison, Blob difference, float[] probabilities, float[] margins, int row) {
        int first = row * (labels.size() + 1);
        int most = 0;
        for (int label = 1; label < labels.size(); label++) {
            if (probabilities[first + label] > probabilities[first + most]) {
                most = label;
            }
        }
        var reach = new Margins(
                margins[4 * row] * Margins.UNIT_PX,
                margins[4 * row + 1] * Margins.UNIT_PX,
                margins[4 * row + 2] * Margins.UNIT_PX,
                margins[4 * row + 3] * Margins.UNIT_PX);
        return new Judgement(
                labels.get(most),
                probabilities[first + most],
                reach.around(difference.box, comparison.image().width, comparison.image().height),
                difference);
    }

    private static List<Judgement> withoutRepetition(List<Judgement> surestFirst) {
        var kept = new ArrayList<Judgement>();
        for (var judgement : surestFirst) {
            if (kept.stream()
                    .noneMatch(other -> other.label().equals(judgement.label())
                            && other.box().iou(judgement.box()) > SAME_IOU)) {
                kept.add(judgement);
            }
        }
        return kept;
    }
}
