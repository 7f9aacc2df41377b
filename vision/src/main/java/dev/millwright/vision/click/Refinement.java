package dev.millwright.vision.click;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Mask;
import org.jspecify.annotations.Nullable;

/**
 * Draws a region out to the pixel: what lies within a window's pixel or two of its edge goes to the side whose grey is
 * nearer, and of what comes of it the piece that was clicked on stays, with its holes filled.
 */
final class Refinement {

    private final Frame frame;
    private final Window window;
    private final boolean[] core;
    private final boolean[] reach;
    private final double inner;
    private final double outer;

    private Refinement(Frame frame, Growth growth) {
        this.frame = frame;
        this.window = growth.window();
        var inside = growth.inside();
        int width = window.width();
        var smaller = shrunk(inside, width);
        core = any(smaller) ? smaller : inside;
        reach = grown(inside, width);
        var ring = grown(reach, width);
        inner = mean(core, null);
        outer = mean(ring, reach);
    }

    static Mask of(Frame frame, Growth growth) {
        return new Refinement(frame, growth).mask(growth);
    }

    private Mask mask(Growth growth) {
        int scale = window.scale();
        int first = window.width();
        int last = 0;
        int high = window.height();
        int low = 0;
        for (int i = 0; i < reach.length; i++) {
            if (reach[i]) {
                first = Math.min(first, i % window.width());
                last = Math.max(last, i % window.width());
                high = Math.min(high, i / window.width());
                low = Math.max(low, i / window.width());
            }
        }
        // The rim stays empty, so that outlines and holes need no care at the frame's edges.
        int left = window.left() + first * scale - 1;
        int top = window.top() + high * scale - 1;
        int width = (last - first + 1) * scale + 2;
        int height = (low - high + 1) * scale + 2;
        var inside = new boolean[width * height];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                inside[y * width + x] = isInside(growth, left + x, top + y);
            }
        }
        int seedX = window.left() + window.seed() % window.width() * scale + scale / 2 - left;
        int seedY = window.top() + window.seed() / window.width() * scale + scale / 2 - top;
        return new Mask(left, top, width, height, inside).pieceAt(seedX, seedY);
    }

    private boolean isInside(Growth growth, int x, int y) {
        if (x >= frame.width() || y >= frame.height()) {
            return false;
        }
        int at = (y - window.top()) / window.scale() * window.width() + (x - window.left()) / window.scale();
        if (core[at] || !reach[at]) {
            return core[at];
        }
        if (Math.abs(inner - outer) < 1) {
            return growth.inside()[at];
        }
        double grey = window.noise() > 1 ? around(x, y) : frame.grey(x, y);
        return Math.abs(grey - inner) < Math.abs(grey - outer);
    }

    private double around(int x, int y) {
        int sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(frame.height() - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(frame.width() - 1, x + 1); u++) {
                sum += frame.grey(u, v);
                count++;
            }
        }
        return (double) sum / count;
    }

    /** The mean grey of the window where one holds and the other, if any, does not. */
    private double mean(boolean[] where, boolean @Nullable [] but) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < where.length; i++) {
            if (where[i] && (but == null || !but[i])) {
                sum += window.grey()[i];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static boolean any(boolean[] mask) {
        for (boolean in : mask) {
            if (in) {
                return true;
            }
        }
        return false;
    }

    private static boolean[] shrunk(boolean[] mask, int width) {
        var rest = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            int x = i % width;
            rest[i] = mask[i]
                    && (x == 0 || mask[i - 1])
                    && (x == width - 1 || mask[i + 1])
                    && (i < width || mask[i - width])
                    && (i + width >= mask.length || mask[i + width]);
        }
        return rest;
    }

    private static boolean[] grown(boolean[] mask, int width) {
        var more = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            int x = i % width;
            more[i] = mask[i]
                    || (x > 0 && mask[i - 1])
                    || (x < width - 1 && mask[i + 1])
                    || (i >= width && mask[i - width])
                    || (i + width < mask.length && mask[i + width]);
        }
        return more;
    }
}
