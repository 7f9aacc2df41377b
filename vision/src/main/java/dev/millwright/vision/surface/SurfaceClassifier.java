package dev.millwright.vision.surface;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.vision.image.ColourFrame;
import java.util.List;
import java.util.Map;

/** Tells which kind of surface a picture shows, by a trained model. It may serve many threads. */
public final class SurfaceClassifier {
    /** The model's input: pictures, {@link SurfaceInput#PLANES}, side, side. */
    public static final String PICTURES = "pictures";

    /** What the model says: pictures, a probability for each kind. */
    public static final String PROBABILITIES = "probabilities";

    /** What the model says: pictures, places row by row, how much each speaks for each kind. */
    public static final String EVIDENCE = "evidence";

    private final OnnxSession session;
    private final List<String> kinds;
    private final int side;

    /**
     * A classifier with a model.
     *
     * @param kinds in the model's order
     * @param side of its pictures, pixels
     */
    public SurfaceClassifier(OnnxSession session, List<String> kinds, int side) {
        this.session = session;
        this.kinds = List.copyOf(kinds);
        this.side = side;
    }

    /**
     * What a picture shows.
     *
     * @throws IllegalArgumentException when the model knows another number of kinds
     */
    public Classification classify(ColourFrame picture) {
        var values = new float[SurfaceInput.length(side)];
        SurfaceInput.write(picture, side, values, 0);
        long[] shape = {1, SurfaceInput.PLANES, side, side};
        var said = session.run(Map.of(PICTURES, new Tensor(shape, values)));
        var probabilities = said.get(PROBABILITIES);
        var evidence = said.get(EVIDENCE);
        if (probabilities == null || evidence == null || probabilities.values().length != kinds.size()) {
            throw new IllegalArgumentException(
                    "The model says %s, not which of %s a picture shows\nName a model of surfaces, and its kinds."
                            .formatted(said.keySet(), kinds));
        }
        return new Classification(kinds, probabilities.values(), evidence.values());
    }
}
