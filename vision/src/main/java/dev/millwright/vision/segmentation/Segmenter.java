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

    /** The picture and its mirror images. */
    private static final int MIRRORED = 4;

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

    /**
     * The same at the model's size, the picture stretched to it: the mean of what is said of the picture and of its three mirror
     * images, all of which the model learned from.
     */
    public Segmentation square(Frame picture) {
        var shown = new float[MIRRORED * side * side];
        SegmentInput.write(picture, side, shown, 0);
        for (int i = side * side; i < shown.length; i++) {
            shown[i] = shown[mirrored(i)];
        }
        var said = session.run(Map.of(PICTURES, new Tensor(new long[] {MIRRORED, 1, side, side}, shown)))
                .get(PROBABILITIES);
        if (said == null || said.values().length != MIRRORED * side * side) {
            throw new IllegalArgumentException(
                    "The model does not say how probable each of %d x %d pixels is\nName a model of segmentation, and its side."
                            .formatted(side, side));
        }
        var mean = new float[side * side];
        for (int i = 0; i < shown.length; i++) {
            mean[mirrored(i)] += said.values()[i] / MIRRORED;
        }
        return new Segmentation(side, side, mean);
    }

    /** The pixel of the picture that lies at a pixel of its mirror images, which follow it: left-right, upside down, both. */
    private int mirrored(int at) {
        int image = at / (side * side);
        int y = at / side % side;
        int x = at % side;
        int row = image / 2 == 0 ? y : side - 1 - y;
        int column = image % 2 == 0 ? x : side - 1 - x;
        return row * side + column;
    }
}
