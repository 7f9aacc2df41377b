package dev.millwright.vision.detection;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.trees.TreesFile;
import java.util.List;
import java.util.Map;

/**
 * A judge of differences from one ONNX file, whose metadata names the kinds of defect.
 *
 * @param judge open as long as the model is
 * @param leastScore what is less sure is better not told
 */
public record JudgeModel(Judge judge, double leastScore, OnnxSession session) implements AutoCloseable {
    private static final String LABELS = "millwright.judge.labels";
    private static final String LEAST = "millwright.judge.least-score";
    private static final String HALF = "0.5";
    private static final String BETWEEN = "\n";

    /** Whether a model file is one. */
    public static boolean isIn(byte[] onnx) {
        return TreesFile.metadata(onnx).containsKey(LABELS);
    }

    /**
     * What a model file is to say of itself.
     *
     * @param labels the kinds of defect, in the model's order
     */
    public static Map<String, String> metadata(List<String> labels) {
        return Map.of(LABELS, String.join(BETWEEN, labels));
    }

    /** What a model file is to say besides, once it is known. */
    public static Map<String, String> leastScore(double score) {
        return Map.of(LEAST, Double.toString(score));
    }

    /**
     * Opens a model file.
     *
     * @throws IllegalArgumentException when it says nothing of kinds of defect
     */
    public static JudgeModel read(byte[] onnx, String name) {
        var metadata = TreesFile.metadata(onnx);
        var labels = metadata.get(LABELS);
        var least = metadata.getOrDefault(LEAST, HALF);
        if (labels == null || !least.matches("[01](\\.[0-9E-]+)?")) {
            throw new IllegalArgumentException(
                    name + " judges no differences\nTrain a model with 'millwright train vision --task detect'.");
        }
        var session = OnnxSession.open(onnx);
        return new JudgeModel(
                new Judge(session, List.of(labels.split(BETWEEN, -1))), Double.parseDouble(least), session);
    }

    @Override
    public void close() {
        session.close();
    }
}
