package dev.millwright.learning.vision;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pictures with masks of their defective pixels, as a person drew them. Where there are sound ones among them, two of five shown are
 * such, most with defects drawn in: of true defects there are never enough.
 */
public final class MarkedPictures implements SegmentExamples {
    private static final double SOUND = 0.4;
    private static final float WHITE = 255;

    private record Example(Frame picture, Frame mask) {}

    private final int side;
    private final SpoiledPictures spoiled;
    private final List<Example> defective = new ArrayList<>();

    /**
     * None yet.
     *
     * @param side of the squares that are shown, pixels
     */
    public MarkedPictures(int side) {
        this.side = side;
        spoiled = new SpoiledPictures(side);
    }

    /**
     * Adds a picture.
     *
     * @param mask of the same size, white where the picture is defective, else black
     * @throws IllegalArgumentException when the sizes differ
     */
    public void add(Frame picture, Frame mask) {
        if (picture.width() != mask.width() || picture.height() != mask.height()) {
            throw new IllegalArgumentException(
                    "a picture of %s with a mask of %s\nGive both one size.".formatted(picture, mask));
        }
        boolean marked = mask.histogram()[0] < mask.width() * mask.height();
        if (marked) {
            int kept = SegmentView.kept(side);
            defective.add(new Example(Scaling.to(picture, kept, kept), Scaling.to(mask, kept, kept)));
        } else {
            spoiled.add(picture);
        }
    }

    @Override
    public String words() {
        if (defective.isEmpty()) {
            throw new IllegalArgumentException(
                    "No mask marks a defect, so that there is nothing to learn\nGive masks that are white where a picture is defective.");
        }
        return "%d pictures with defects, %d without".formatted(defective.size(), spoiled.size());
    }

    @Override
    public void write(SplittableRandom random, float[] seen, float[] marked, int at) {
        if (spoiled.size() > 1 && random.nextDouble() < SOUND) {
            spoiled.write(random, seen, marked, at);
            return;
        }
        var example = defective.get(random.nextInt(defective.size()));
        var view = SegmentView.of(side, random);
        view.write(example.picture(), seen, at);
        view.write(example.mask(), marked, at);
        for (int i = at; i < at + side * side; i++) {
            marked[i] /= WHITE;
        }
    }
}
