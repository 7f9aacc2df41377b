package dev.millwright.vision.difference;

import dev.millwright.vision.image.Offset;

/** Finds the shift under which a template matches an image best, by trying every one within a radius. */
final class Alignment {
    private Alignment() {}

    /** How far the image lies from the template; the nearest of equally good offsets. */
    static Offset find(BitMask image, BitMask template, int radius) {
        var best = Offset.NONE;
        double least = Double.MAX_VALUE;
        for (int dx = -radius; dx <= radius; dx++) {
            var moved = template.shifted(dx, 0);
            var columns = new BitMask(image.width, 1);
            columns.fill(Math.max(0, dx), 0, Math.min(image.width, image.width + dx), 1);
            for (int dy = -radius; dy <= radius; dy++) {
                double differing = differing(image, moved, columns, dy);
                double overlap = (double) (image.width - Math.abs(dx)) * (image.height - Math.abs(dy));
                double cost = differing / overlap + 1e-9 * (dx * dx + dy * dy);
                if (cost < least) {
                    least = cost;
                    best = new Offset(dx, dy);
                }
            }
        }
        return best;
    }

    private static int differing(BitMask image, BitMask moved, BitMask columns, int dy) {
        int count = 0;
        for (int y = Math.max(0, dy); y < Math.min(image.height, image.height + dy); y++) {
            int row = y * image.stride;
            int from = (y - dy) * image.stride;
            for (int word = 0; word < image.stride; word++) {
                count += Long.bitCount((image.words[row + word] ^ moved.words[from + word]) & columns.words[word]);
            }
        }
        return count;
    }
}
