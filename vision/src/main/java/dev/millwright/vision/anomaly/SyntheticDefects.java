package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.random.RandomGenerator;

/**
 * Spoils good images: a piece of the same image in the wrong place (CutPaste, Li 2021), a scar, a scratch or a smear, in the
 * middle half of the image's structure. Good enough to choose between ways of scoring without a single true defect.
 */
final class SyntheticDefects {
    private static final int TRIES = 12;

    private SyntheticDefects() {}

    /** The image with one defect. */
    static ColourFrame spoil(ColourFrame image, RandomGenerator random) {
        int width = image.width();
        int height = image.height();
        int[] at = structured(image.grey(), random);
        int[] from = structured(image.grey(), random);
        double size = Math.sqrt((double) width * height);
        double angle = Math.PI * random.nextDouble();
        double along = size * random.nextDouble(0.015, 0.055);
        int kind = random.nextInt(4);
        double across = kind == 2 ? Math.max(0.7, 0.004 * size) : along * random.nextDouble(0.2, 0.6);
        double shade = (random.nextBoolean() ? 1 : -1) * random.nextDouble(30, 90);
        Paint paint = (plane, x, y) -> switch (kind) {
            case 0 -> grey(plane, from[0] + x - at[0], from[1] + y - at[1]);
            case 1, 2 -> grey(plane, x, y) + shade;
            default -> smeared(plane, x, y);
        };
        var spot = new Spot(at[0], at[1], angle, along, across);
        var red = spot.painted(image.red(), paint);
        return image.green().equals(image.red()) && image.blue().equals(image.red())
                ? ColourFrame.of(red)
                : new ColourFrame(red, spot.painted(image.green(), paint), spot.painted(image.blue(), paint));
    }

    /** What a pixel becomes. */
    private interface Paint {
        double of(Frame plane, int x, int y);
    }

    /** An oval with soft rims. */
    private record Spot(int x, int y, double angle, double along, double across) {
        Frame painted(Frame plane, Paint paint) {
            var pixels = plane.pixels();
            int reach = (int) Math.ceil(1.5 * Math.max(along, across));
            for (int v = Math.max(0, y - reach); v <= Math.min(plane.height() - 1, y + reach); v++) {
                for (int u = Math.max(0, x - reach); u <= Math.min(plane.width() - 1, x + reach); u++) {
                    double a = ((u - x) * Math.cos(angle) + (v - y) * Math.sin(angle)) / along;
                    double b = ((v - y) * Math.cos(angle) - (u - x) * Math.sin(angle)) / across;
                    double share = Math.exp(-(a * a * a * a + b * b * b * b));
                    double value = plane.grey(u, v) + share * (paint.of(plane, u, v) - plane.grey(u, v));
                    pixels[v * plane.width() + u] = (byte) Math.clamp(Math.round(value), 0, 255);
                }
            }
            return Frame.of(plane.width(), plane.height(), pixels);
        }
    }

    /** Of some pixels the one about which the image is least even. */
    private static int[] structured(Frame frame, RandomGenerator random) {
        int[] best = {0, 0};
        double most = -1;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int x = random.nextInt(frame.width());
            int y = random.nextInt(frame.height());
            double contrast = 0;
            for (int step = -4; step <= 4; step += 2) {
                contrast = Math.max(contrast, Math.abs(grey(frame, x + step, y) - grey(frame, x, y)));
                contrast = Math.max(contrast, Math.abs(grey(frame, x, y + step) - grey(frame, x, y)));
            }
            if (contrast > most) {
                most = contrast;
                best[0] = x;
                best[1] = y;
            }
        }
        return best;
    }

    private static double smeared(Frame plane, int x, int y) {
        double sum = 0;
        for (int v = -3; v <= 3; v++) {
            for (int u = -3; u <= 3; u++) {
                sum += grey(plane, x + u, y + v);
            }
        }
        return sum / 49;
    }

    private static double grey(Frame frame, int x, int y) {
        return frame.grey(Math.clamp(x, 0, frame.width() - 1), Math.clamp(y, 0, frame.height() - 1));
    }
}
