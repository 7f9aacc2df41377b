package dev.millwright.vision.dense;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.vision.image.Frame;
import java.util.List;
import java.util.Map;

/**
 * Finds things in pictures by a network that says, for each place, how probably the middle of a thing of each kind lies there and
 * how far its box reaches (Zhou et al. 2019). It may serve many threads. Pictures of more than some megapixels are better cut into
 * tiles: memory and time grow with the number of pixels.
 */
public final class DenseDetector {
    /** The model's input: pictures, planes, rows, columns, as {@link DenseInput} writes them. */
    public static final String PICTURES = "pictures";

    /** What the model says: pictures, kinds, rows and columns of an eighth, probabilities of middles. */
    public static final String MIDDLES = "middles";

    /** What the model says: pictures, 4, rows and columns of an eighth: pixels to the left, top, right and bottom. */
    public static final String REACHES = "reaches";

    /** Pixels of a place, each way. */
    public static final int STRIDE = 8;

    private final OnnxSession session;
    private final List<String> labels;
    private final double least;

    /**
     * A detector with a model.
     *
     * @param labels the kinds it knows, in the model's order
     * @param least what is less probable is not told, 0 to 1
     */
    public DenseDetector(OnnxSession session, List<String> labels, double least) {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("A least probability of %s\nGive one between 0 and 1.".formatted(least));
        }
        this.session = session;
        this.labels = List.copyOf(labels);
        this.least = least;
    }

    /**
     * What is in a picture, the surest first; each thing once.
     *
     * @param planes of one size, as many as the model was trained on
     * @throws IllegalArgumentException when the model knows another number of planes or labels
     */
    public List<Detection> detect(List<Frame> planes) {
        int width = planes.getFirst().width();
        int height = planes.getFirst().height();
        int across = DenseInput.filled(width);
        int down = DenseInput.filled(height);
        var shown = new float[planes.size() * across * down];
        DenseInput.write(planes, 0, 0, across, down, shown, 0);
        var said = session.run(Map.of(PICTURES, new Tensor(new long[] {1, planes.size(), down, across}, shown)));
        int places = across / STRIDE * (down / STRIDE);
        var middles = said.get(MIDDLES);
        var reaches = said.get(REACHES);
        if (middles == null || reaches == null || middles.values().length != places * labels.size()) {
            throw new IllegalArgumentException(
                    "The model says %s, not where %s are\nName a dense detector, and its labels."
                            .formatted(said.keySet(), labels));
        }
        return new Peaks(across / STRIDE, down / STRIDE, middles.values(), reaches.values())
                .detections(labels, least, width, height);
    }
}
