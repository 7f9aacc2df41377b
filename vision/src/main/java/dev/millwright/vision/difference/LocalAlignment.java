package dev.millwright.vision.difference;

import java.util.Arrays;

/**
 * Bends an aligned template to an image that is slightly turned or stretched: each tile of 64 x 64 pixels gets the
 * shift under which it and its neighbours match best, so that no single defect can pull a tile along.
 */
final class LocalAlignment {
    private static final int TILE = 64;
    /** Differing pixels a shift by one more pixel has to save: an empty tile stays where it is. */
    private static final double PRICE_OF_A_PIXEL = 6;

    private final BitMask image;
    private final BitMask template;
    private final int radius;
    private final int across;
    private final int down;

    private LocalAlignment(BitMask image, BitMask template, int radius) {
        this.image = image;
        this.template = template;
        this.radius = radius;
        this.across = image.stride;
        this.down = (image.height + TILE - 1) / TILE;
    }

    /** The template with each tile moved by at most the radius. */
    static BitMask bend(BitMask image, BitMask template, int radius) {
        return radius == 0 ? template : new LocalAlignment(image, template, radius).bend();
    }

    private BitMask bend() {
        var result = template.copy();
        var least = new double[across * down];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                var moved = template.shifted(dx, dy);
                int[] differing = differing(moved);
                double price = PRICE_OF_A_PIXEL * Math.hypot(dx, dy);
                for (int tile = 0; tile < least.length; tile++) {
                    double cost = around(differing, tile) + price;
                    if (cost < least[tile]) {
                        least[tile] = cost;
                        copy(moved, result, tile);
                    }
                }
            }
        }
        return result;
    }

    /** Differing pixels in each tile. */
    private int[] differing(BitMask moved) {
        var counts = new int[across * down];
        for (int y = 0; y < image.height; y++) {
            for (int word = 0; word < across; word++) {
                int at = y * across + word;
                counts[y / TILE * across + word] += Long.bitCount(image.words[at] ^ moved.words[at]);
            }
        }
        return counts;
    }

    /** The sum over a tile and its eight neighbours. */
    private int around(int[] counts, int tile) {
        int sum = 0;
        for (int row = Math.max(0, tile / across - 1); row <= Math.min(down - 1, tile / across + 1); row++) {
            for (int column = Math.max(0, tile % across - 1);
                    column <= Math.min(across - 1, tile % across + 1);
                    column++) {
                sum += counts[row * across + column];
            }
        }
        return sum;
    }

    private void copy(BitMask from, BitMask to, int tile) {
        int top = tile / across * TILE;
        for (int y = top; y < Math.min(image.height, top + TILE); y++) {
            int at = y * across + tile % across;
            to.words[at] = from.words[at];
        }
    }
}
