package dev.millwright.vision.segmentation;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.vision.image.Frame;
import java.util.Map;

/** Tells by a trained model which pixels of a picture are defective. It may serve many threads. */
public final class Segmenter {
    /** The model's input: pictures, 1, side, side, as {@link SegmentInput} writes them. */
    public static final String PICTURES = "pictures";

    /** What the model says: pictures, 1, side, side, the probability of each pixel. */
    public static final String PROBABILITIES = "probabilities";

    private final OnnxSession session;
    private final int side;

    /**
     * A segmenter with a model.
     *
     * @param side of the model's pictures, pixels
     */
    public Segmenter(OnnxSession session, int side) {
        this.session = session;
        this.side = side;
    }

    /**
     * The probability of each pixel of a picture, at the picture's own size.
     *
     * @throws IllegalArgumentException when the model says something else
     */
    public Segmentation segment(Frame picture) {
        return square(picture).to(picture.width(), picture.height());
    }

    /** The same at the model's size, the picture stretched to it. */
    public Segmentation square(Frame picture) {
        var shown = new float[side * side];
        SegmentInput.write(picture, side, shown, 0);
        var said = session.run(Map.of(PICTURES, new Tensor(new long[] {1, 1, side, side}, shown)))
                .get(PROBABILITIES);
        if (said == null || said.values().length != side * side) {
            throw new IllegalArgumentException(
                    "The model does not say how probable each of %d x %d pixels is\nName a model of segmentation, and its side."
                            .formatted(side, side));
        }
        return new Segmentation(side, side, said.values());
    }
}
