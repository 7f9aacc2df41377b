package dev.millwright.vision.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A region of a frame, in a window of it.
 *
 * @param left of the window in the frame; {@code top} alike
 * @param inside row by row; nothing at the window's rim
 */
@SuppressWarnings("ArrayRecordComponent") // made in one call and only read; never compared
public record Mask(int left, int top, int width, int height, boolean[] inside) {

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && inside[y * width + x];
    }

    public int area() {
        int area = 0;
        for (boolean in : inside) {
            area += in ? 1 : 0;
        }
        return area;
    }

    public Box box() {
        int first = width;
        int last = -1;
        int high = height;
        int low = -1;
        for (int i = 0; i < inside.length; i++) {
            if (inside[i]) {
                first = Math.min(first, i % width);
                last = Math.max(last, i % width);
                high = Math.min(high, i / width);
                low = Math.max(low, i / width);
            }
        }
        return new Box(left + first, top + high, left + last + 1, top + low + 1);
    }

    /** The piece a pixel belongs to, its holes filled; of several pieces the one nearest to the pixel. */
    public Mask pieceAt(int x, int y) {
        int seed = nearest(x, y);
        var piece = new boolean[inside.length];
        flood(seed, piece, true);
        var outside = new boolean[inside.length];
        var filled = new Mask(left, top, width, height, piece);
        filled.flood(0, outside, false);
        for (int i = 0; i < piece.length; i++) {
            piece[i] = !outside[i];
        }
        return filled;
    }

    /**
     * Its pieces, whose pixels touch by their sides, with holes filled, the largest first.
     *
     * @param most no more than so many
     */
    public List<Mask> pieces(int most) {
        var seen = new boolean[inside.length];
        var seeds = new ArrayList<int[]>();
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] && !seen[i]) {
                seeds.add(new int[] {i, flood(i, seen, true)});
            }
        }
        return seeds.stream()
                .sorted(Comparator.comparingInt((int[] seed) -> seed[1]).reversed())
                .limit(most)
                .map(seed -> pieceAt(seed[0] % width, seed[0] / width))
                .toList();
    }

    private int nearest(int x, int y) {
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < inside.length; i++) {
            long dx = (long) (i % width) - x;
            long dy = (long) (i / width) - y;
            if (inside[i] && dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Marks all pixels of a kind that can be reached over pixels of that kind; how many there are. */
    private int flood(int seed, boolean[] reached, boolean kind) {
        var stack = new int[64];
        int depth = 0;
        int count = 0;
        stack[depth++] = seed;
        reached[seed] = true;
        while (depth > 0) {
            int pixel = stack[--depth];
            int x = pixel % width;
            count++;
            if (depth + 4 > stack.length) {
                stack = Arrays.copyOf(stack, 2 * stack.length);
            }
            if (x > 0 && inside[pixel - 1] == kind && !reached[pixel - 1]) {
                reached[pixel - 1] = true;
                stack[depth++] = pixel - 1;
            }
            if (x < width - 1 && inside[pixel + 1] == kind && !reached[pixel + 1]) {
                reached[pixel + 1] = true;
                stack[depth++] = pixel + 1;
            }
            if (pixel >= width && inside[pixel - width] == kind && !reached[pixel - width]) {
                reached[pixel - width] = true;
                stack[depth++] = pixel - width;
            }
            if (pixel + width < inside.length && inside[pixel + width] == kind && !reached[pixel + width]) {
                reached[pixel + width] = true;
                stack[depth++] = pixel + width;
            }
        }
        return count;
    }
}
