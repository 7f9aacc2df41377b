package dev.millwright.learning.vision;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A noisy grey picture with dark discs and bright squares drawn into it.
 *
 * @param mask white where anything was drawn
 * @param known boxes of discs (kind 0) and squares (kind 1)
 */
record Drawn(Frame picture, Frame mask, List<KnownBox> known) {

    /** A picture with so many things, none over another. */
    static Drawn of(int width, int height, int things, long seed) {
        var random = new SplittableRandom(seed);
        var pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (110 + 12 * random.nextGaussian());
        }
        var mask = new byte[pixels.length];
        var known = new ArrayList<KnownBox>();
        while (known.size() < things) {
            int side = random.nextInt(12, 25);
            int left = random.nextInt(width - side);
            int top = random.nextInt(height - side);
            var box = new Box(left, top, left + side, top + side);
            if (known.stream().allMatch(other -> other.box().gap(box) > 6)) {
                int kind = random.nextInt(2);
                known.add(new KnownBox(kind, box));
                draw(box, kind, width, pixels, mask);
            }
        }
        return new Drawn(Frame.of(width, height, pixels), Frame.of(width, height, mask), known);
    }

    private static void draw(Box box, int kind, int width, byte[] pixels, byte[] mask) {
        double radius = box.width() / 2.0;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                boolean inDisc = Math.hypot(x + 0.5 - box.left() - radius, y + 0.5 - box.top() - radius) <= radius;
                if (kind == 1 || inDisc) {
                    pixels[y * width + x] = (byte) (kind == 0 ? 50 : 190);
                    mask[y * width + x] = (byte) 255;
                }
            }
        }
    }
}
