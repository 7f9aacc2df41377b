package dev.millwright.vision.click;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the region that a click means: in ever wider windows around it, a region grows from the click by how far pixels
 * are from its grey, and the moment counts at which the region's edge stands out most. Of the windows the closest counts
 * whose edge is about as strong as the strongest; its mask is then drawn out to the pixel.
 *
 * <p>What has no edge against its surroundings is not found: a spur looks like the trace it grows from. There the
 * difference to a template serves as the picture. A segmenter keeps nothing and may serve many threads.
 */
public final class ClickSegmenter {

    private static final int LEAST_WINDOW_PX = 64;
    private static final double NEARLY_AS_STRONG = 0.6;

    /**
     * Proposes a region.
     *
     * @param x pixels from the left edge
     * @param y pixels from the upper edge
     * @return empty when nothing around the click stands out from noise
     * @throws IllegalArgumentException when the click lies outside the frame
     */
    public Optional<ClickRegion> propose(Frame frame, int x, int y) {
        if (x < 0 || y < 0 || x >= frame.width() || y >= frame.height()) {
            throw new IllegalArgumentException(
                    "A click at %d,%d on a picture of %d x %d pixels.\nClick inside the picture."
                            .formatted(x, y, frame.width(), frame.height()));
        }
        var grown = new ArrayList<Growth>();
        int side = LEAST_WINDOW_PX;
        boolean all;
        do {
            var window = Window.around(frame, x, y, side);
            var growth = Growth.from(window);
            if (growth != null) {
                grown.add(growth);
            }
            all = window.isWhole(frame);
            side *= 2;
        } while (!all);
        var chosen = closest(grown);
        if (chosen == null) {
            return Optional.empty();
        }
        var mask = Refinement.of(frame, chosen);
        return Optional.of(new ClickRegion(mask.box(), mask.area(), Outline.of(mask), chosen.contrast()));
    }

    private static @Nullable Growth closest(List<Growth> grown) {
        double strongest = grown.stream().mapToDouble(Growth::contrast).max().orElse(0);
        for (var growth : grown) {
            if (growth.contrast() >= NEARLY_AS_STRONG * strongest) {
                return growth;
            }
        }
        return null;
    }
}
