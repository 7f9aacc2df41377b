package dev.millwright.learning.vision;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Good pictures into which defects are drawn by chance, so that a network learns to mark what does not belong without having seen a
 * true defect (CutPaste, Li 2021; DRAEM, Zavrtanik 2021; NSA, Schlueter 2022). One in three shown stays good.
 */
public final class SpoiledPictures implements SegmentExamples {
    private static final int SOUND = 3;
    private static final int MOST_DEFECTS = 3;

    private final int side;
    private final List<Frame> good = new ArrayList<>();

    /**
     * None yet.
     *
     * @param side of the squares that are shown, pixels
     */
    public SpoiledPictures(int side) {
        this.side = side;
    }

    /** Adds a good picture. */
    public void add(Frame picture) {
        int kept = SegmentView.kept(side);
        good.add(Scaling.to(picture, kept, kept));
    }

    int size() {
        return good.size();
    }

    @Override
    public String words() {
        if (good.size() < 2) {
            throw new IllegalArgumentException(
                    "%d good pictures are too few to draw defects into\nGive two or more.".formatted(good.size()));
        }
        return "%d good pictures, into which defects are drawn".formatted(good.size());
    }

    @Override
    public void write(SplittableRandom random, float[] seen, float[] marked, int at) {
        SegmentView.of(side, random).write(good.get(random.nextInt(good.size())), seen, at);
        if (random.nextInt(SOUND) == 0) {
            return;
        }
        var other = new float[side * side];
        SegmentView.of(side, random).write(good.get(random.nextInt(good.size())), other, 0);
        var drawn = new DrawnDefects(side, other, random);
        for (int i = random.nextInt(MOST_DEFECTS); i >= 0; i--) {
            drawn.draw(seen, marked, at);
        }
    }
}
