package dev.millwright.learning.vision;

import dev.millwright.learning.network.Operators;
import java.util.ArrayList;
import java.util.List;

/**
 * A small U-Net (Ronneberger et al. 2015) over square pictures of one plane: down by halves, up again, and joined with what was seen
 * on the way down. Its last step lays four answers of a place out as four pixels, so that nothing is computed at full size.
 *
 * @param side pixels; each of the widths halves it once
 * @param widths channels at a half of the side, a quarter, and so on
 */
record UNet(int side, List<Integer> widths) {
    /** In the beginning few pixels are marked, as in the end (Lin et al. 2017). */
    private static final float RARE = -2;

    UNet {
        widths = List.copyOf(widths);
        if (widths.size() < 2 || side < 1 || side % (1 << widths.size()) != 0) {
            throw new IllegalArgumentException(
                    "%d pixels a side, halved %d times\nGive two widths or more, and a multiple of %d."
                            .formatted(side, widths.size(), 1 << widths.size()));
        }
    }

    /**
     * How much speaks for each pixel being marked; 0 is undecided. Batch, 1, side, side.
     *
     * @param pictures batch, 1, side, side
     */
    <T> T forward(Operators<T> operators, T pictures) {
        var seen = new ArrayList<T>();
        var at = Blocks.convolved(operators, pictures, "stem", 1, widths.getFirst(), 5, 2);
        for (int level = 0; level < widths.size(); level++) {
            if (level > 0) {
                at = Blocks.convolved(operators, at, "down" + level, widths.get(level - 1), widths.get(level), 3, 2);
            }
            at = Blocks.refined(operators, at, "seen" + level, widths.get(level));
            seen.add(at);
        }
        at = Blocks.refined(operators, at, "deep", widths.getLast());
        for (int level = widths.size() - 2; level >= 0; level--) {
            int width = widths.get(level);
            var above = Blocks.convolved(operators, at, "narrow" + level, widths.get(level + 1), width, 1, 1);
            at = Blocks.convolved(
                    operators,
                    operators.joined(operators.doubled(above), seen.get(level)),
                    "up" + level,
                    2 * width,
                    width,
                    3,
                    1);
        }
        var answers = operators.convolution(at, "answer", widths.getFirst(), 4, 3, 1, 1);
        return pixels(operators, operators.add(answers, "rare", new long[] {1}, new float[] {RARE}));
    }

    private <T> T pixels(Operators<T> operators, T places) {
        int half = side / 2;
        var four = operators.reshape(places, -1, 2, 2, half, half);
        return operators.reshape(operators.permute(four, 0, 3, 1, 4, 2), -1, 1, side, side);
    }
}
