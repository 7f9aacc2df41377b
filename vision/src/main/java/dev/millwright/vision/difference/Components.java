package dev.millwright.vision.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parts a mask into pieces whose pixels touch, corners included. */
public final class Components {
    private final BitMask rest;
    private int[] xs = new int[64];
    private int[] ys = new int[64];
    private int found;

    private Components(BitMask mask) {
        this.rest = mask.copy();
    }

    /** The pieces of at least so many pixels, from top to bottom. */
    public static List<Blob> of(BitMask mask, boolean extra, int leastArea) {
        var components = new Components(mask);
        var blobs = new ArrayList<Blob>();
        for (int y = 0; y < mask.height; y++) {
            for (int word = 0; word < mask.stride; word++) {
                long bits;
                while ((bits = components.rest.words[y * mask.stride + word]) != 0) {
                    components.flood((word << 6) + Long.numberOfTrailingZeros(bits), y);
                    if (components.found >= leastArea) {
                        blobs.add(components.blob(extra));
                    }
                }
            }
        }
        return blobs;
    }

    private Blob blob(boolean extra) {
        return new Blob(extra, Arrays.copyOf(xs, found), Arrays.copyOf(ys, found));
    }

    /** Takes the piece around a pixel out of the rest, breadth first. */
    private void flood(int x, int y) {
        found = 0;
        take(x, y);
        for (int next = 0; next < found; next++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (rest.get(xs[next] + dx, ys[next] + dy)) {
                        take(xs[next] + dx, ys[next] + dy);
                    }
                }
            }
        }
    }

    private void take(int x, int y) {
        rest.clear(x, y);
        if (found == xs.length) {
            xs = Arrays.copyOf(xs, found * 2);
            ys = Arrays.copyOf(ys, found * 2);
        }
        xs[found] = x;
        ys[found++] = y;
    }
}
