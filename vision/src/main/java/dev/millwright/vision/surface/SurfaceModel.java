package dev.millwright.vision.surface;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.trees.TreesFile;
import java.util.List;
import java.util.Map;

/**
 * A classifier of surfaces from one ONNX file, whose metadata names the kinds and the size of its pictures.
 *
 * @param classifier open as long as the model is
 */
public record SurfaceModel(SurfaceClassifier classifier, List<String> kinds, OnnxSession session)
        implements AutoCloseable {
    private static final String KINDS = "millwright.surface.kinds";
    private static final String SIDE = "millwright.surface.side";
    private static final String BETWEEN = "\n";

    public SurfaceModel {
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
     * @param side of its pictures, pixels
     */
    public static Map<String, String> metadata(List<String> kinds, int side) {
        return Map.of(KINDS, String.join(BETWEEN, kinds), SIDE, Integer.toString(side));
    }

    /**
     * Opens a model file.
     *
     * @throws IllegalArgumentException when it says nothing of kinds of surfaces
     */
    public static SurfaceModel read(byte[] onnx, String name) {
        var metadata = TreesFile.metadata(onnx);
        var kinds = metadata.get(KINDS);
        var side = metadata.getOrDefault(SIDE, "");
        if (kinds == null || !side.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(name
                    + " tells no kinds of surfaces\nTrain a model with 'millwright train vision --task classify'.");
        }
        var names = List.of(kinds.split(BETWEEN, -1));
        var session = OnnxSession.open(onnx);
        return new SurfaceModel(new SurfaceClassifier(session, names, Integer.parseInt(side)), names, session);
    }

    @Override
    public void close() {
        session.close();
    }
}
