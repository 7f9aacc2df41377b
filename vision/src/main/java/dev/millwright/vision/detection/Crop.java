package dev.millwright.vision.detection;

import dev.millwright.vision.difference.BitMask;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;

/**
 * What a model is shown of one difference: a square around its centre, in three layers. Copper of the image and of the aligned
 * template are 1, bare board is -1, what lies beyond the image is 0; in the third layer the difference's own pixels are 1, so
 * that of two defects in one square each is asked for by itself.
 */
public final class Crop {
    /** Pixels on a side. */
    public static final int SIDE = 64;

    public static final int LAYERS = 3;
    /** Numbers of a crop, layer after layer and row after row. */
    public static final int LENGTH = LAYERS * SIDE * SIDE;

    private static final int PIXELS = SIDE * SIDE;

    private Crop() {}

    /** Writes the crop of a difference. */
    public static void write(Comparison comparison, Blob blob, float[] into, int at) {
        write(comparison, blob, 0, 0, into, at);
    }

    /** Writes a crop whose centre lies that far right of and below the difference's own. */
    public static void write(Comparison comparison, Blob blob, int right, int below, float[] into, int at) {
        int left = (blob.box.left() + blob.box.right() - SIDE) / 2 + right;
        int top = (blob.box.top() + blob.box.bottom() - SIDE) / 2 + below;
        copper(comparison.image(), left, top, into, at);
        copper(comparison.template(), left, top, into, at + PIXELS);
        for (int i = at + 2 * PIXELS; i < at + LENGTH; i++) {
            into[i] = 0;
        }
        blob.pixels((x, y) -> {
            if (x >= left && x < left + SIDE && y >= top && y < top + SIDE) {
                into[at + 2 * PIXELS + (y - top) * SIDE + x - left] = 1;
            }
        });
    }

    private static void copper(BitMask mask, int left, int top, float[] into, int at) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean inside = left + x >= 0 && left + x < mask.width && top + y >= 0 && top + y < mask.height;
                into[at + y * SIDE + x] = !inside ? 0 : mask.get(left + x, top + y) ? 1 : -1;
            }
        }
    }
}
