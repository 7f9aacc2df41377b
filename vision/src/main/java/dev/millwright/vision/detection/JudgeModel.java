package dev.millwright.vision.detection;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.trees.TreesFile;
import java.util.List;
import java.util.Map;

/**
 * A judge of differences from one ONNX file, whose metadata names the kinds of defect.
 *
 * @param judge open as long as the model is
 */
public record JudgeModel(Judge judge, OnnxSession session) implements AutoCloseable {
    private static final String LABELS = "millwright.judge.labels";
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

    /**
     * Opens a model file.
     *
     * @throws IllegalArgumentException when it says nothing of kinds of defect
     */
    public static JudgeModel read(byte[] onnx, String name) {
        var labels = TreesFile.metadata(onnx).get(LABELS);
        if (labels == null) {
            throw new IllegalArgumentException(
                    name + " judges no differences\nTrain a model with 'millwright train vision --task detect'.");
        }
        var session = OnnxSession.open(onnx);
        return new JudgeModel(new Judge(session, List.of(labels.split(BETWEEN, -1))), session);
    }

    @Override
    public void close() {
        session.close();
    }
}
