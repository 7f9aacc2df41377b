package dev.millwright.vision.click;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A region grown in a window from the clicked pixel, at the size at which its edge stands out most.
 *
 * @param inside the region, pixel by pixel
 * @param contrast mean step of grey over its edge, less two standard errors
 */
@SuppressWarnings("ArrayRecordComponent") // an inner result of one call; never compared
record Growth(Window window, boolean[] inside, double contrast) {

    private static final int GREYS = 256;
    private static final int LEAST_AREA = 9;
    private static final double MOST_SHARE = 0.6;
    private static final double LEAST_CONTRAST = 3;
    private static final double LEAST_NOISES = 2;
    private static final double STANDARD_ERRORS = 2;

    /** Grows a region; null when it nowhere has an edge that stands out from the noise. */
    static @Nullable Growth from(Window window) {
        var flood = new Flood(window);
        double best = 0;
        int bestArea = 0;
        for (int far = 0; far < GREYS && !flood.leftWindow; far++) {
            flood.grow(far);
            if (flood.leftWindow || flood.area > MOST_SHARE * window.grey().length) {
                break;
            }
            double contrast = flood.contrast();
            if (flood.area >= LEAST_AREA && contrast > best) {
                best = contrast;
                bestArea = flood.area;
            }
        }
        if (best < LEAST_CONTRAST || best < LEAST_NOISES * window.noise()) {
            return null;
        }
        var inside = new boolean[window.grey().length];
        for (int i = 0; i < bestArea; i++) {
            inside[flood.order[i]] = true;
        }
        return new Growth(window, inside, best);
    }

    /** Takes pixels in the order of the farthest grey on the best way to each, and keeps account of the edge. */
    private static final class Flood {
        final int[] order;
        int area;
        boolean leftWindow;
        private final Window window;
        private final float[] far;
        private final boolean[] taken;
        private final int[][] waiting = new int[GREYS][16];
        private final int[] counts = new int[GREYS];
        private double sum;
        private double squares;
        private int edges;

        Flood(Window window) {
            this.window = window;
            int pixels = window.grey().length;
            order = new int[pixels];
            taken = new boolean[pixels];
            far = new float[pixels];
            float grey = middle(window);
            for (int i = 0; i < pixels; i++) {
                far[i] = Math.abs(window.grey()[i] - grey);
            }
            wait(window.seed(), 0);
        }

        /** The median grey of the clicked pixel and its neighbours. */
        private static float middle(Window window) {
            int x = window.seed() % window.width();
            int y = window.seed() / window.width();
            var greys = new float[9];
            int count = 0;
            for (int v = Math.max(0, y - 1); v <= Math.min(window.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(window.width() - 1, x + 1); u++) {
                    greys[count++] = window.grey()[v * window.width() + u];
                }
            }
            Arrays.sort(greys, 0, count);
            return greys[count / 2];
        }

        void grow(int level) {
            while (counts[level] > 0 && !leftWindow) {
                int pixel = waiting[level][--counts[level]];
                if (!taken[pixel]) {
                    take(pixel, level);
                }
            }
        }

        double contrast() {
            if (edges == 0) {
                return 0;
            }
            double mean = sum / edges;
            double variance = Math.max(0, squares / edges - mean * mean);
            return mean - STANDARD_ERRORS * Math.sqrt(variance / edges);
        }

        private void take(int pixel, int level) {
            taken[pixel] = true;
            order[area++] = pixel;
            leftWindow = window.isAtOpenSide(pixel);
            int width = window.width();
            int x = pixel % width;
            if (x > 0) {
                meet(pixel, pixel - 1, level);
            }
            if (x < width - 1) {
                meet(pixel, pixel + 1, level);
            }
            if (pixel >= width) {
                meet(pixel, pixel - width, level);
            }
            if (pixel + width < taken.length) {
                meet(pixel, pixel + width, level);
            }
        }

        private void meet(int pixel, int neighbour, int level) {
            if (taken[neighbour]) {
                count(far[pixel] - far[neighbour], -1);
            } else {
                count(far[neighbour] - far[pixel], 1);
                wait(neighbour, Math.max(level, Math.min(GREYS - 1, (int) far[neighbour])));
            }
        }

        private void count(double step, int sign) {
            sum += sign * step;
            squares += sign * step * step;
            edges += sign;
        }

        private void wait(int pixel, int level) {
            if (counts[level] == waiting[level].length) {
                waiting[level] = Arrays.copyOf(waiting[level], 2 * counts[level]);
            }
            waiting[level][counts[level]++] = pixel;
        }
    }
}
