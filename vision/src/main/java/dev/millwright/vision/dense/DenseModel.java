package dev.millwright.vision.dense;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.trees.TreesFile;
import java.util.List;
import java.util.Map;

/**
 * A dense detector of colour pictures from one ONNX file, whose metadata names the kinds of things and how sure it has to be.
 *
 * @param detector open as long as the model is
 */
public record DenseModel(DenseDetector detector, List<String> kinds, OnnxSession session) implements AutoCloseable {
    private static final String KINDS = "millwright.dense.kinds";
    private static final String LEAST = "millwright.dense.least";
    private static final String BETWEEN = "\n";
    /** Where nobody has chosen one. */
    private static final double UNSURE = 0.05;

    public DenseModel {
        kinds = List.copyOf(kinds);
    }

    /** Whether a model file is one. */
    public static boolean isIn(byte[] onnx) {
        return TreesFile.metadata(onnx).containsKey(KINDS);
    }

    /**
     * What a model file is to say of itself.
     *
     * @param kinds in the model's order
     */
    public static Map<String, String> metadata(List<String> kinds) {
        return Map.of(KINDS, String.join(BETWEEN, kinds));
    }

    /** What a model file is to say besides, once it is known: what is less probable is not told. */
    public static Map<String, String> least(double probability) {
        return Map.of(LEAST, Double.toString(probability));
    }

    /**
     * Opens a model file.
     *
     * @throws IllegalArgumentException when it says nothing of things to find
     */
    public static DenseModel read(byte[] onnx, String name) {
        var metadata = TreesFile.metadata(onnx);
        var kinds = metadata.get(KINDS);
        var least = metadata.getOrDefault(LEAST, Double.toString(UNSURE));
        if (kinds == null || !least.matches("[01](\\.[0-9E-]+)?")) {
            throw new IllegalArgumentException(
                    name + " finds no things in pictures\nTrain a model with 'millwright train vision --task detect'.");
        }
        var names = List.of(kinds.split(BETWEEN, -1));
        var session = OnnxSession.open(onnx);
        return new DenseModel(new DenseDetector(session, names, Double.parseDouble(least)), names, session);
    }

    @Override
    public void close() {
        session.close();
    }
}
