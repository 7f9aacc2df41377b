package dev.millwright.vision.quality;

import dev.millwright.vision.image.Frame;

/**
 * The variance of the Laplacian (Pech-Pacheco et al., 2000), less what the camera's noise adds to it, in relation to the
 * picture's own variance: so that neither noise passes for edges, nor dim light for blur. Told as natural logarithm.
 */
final class Sharpness {
    /** Below this, a picture shows nothing that could be sharp. */
    private static final double LEAST = 1e-4;
    /** The squares of the Laplacian's weights, 4 and four times -1. */
    private static final double LAPLACIAN_GAIN = 20;
    /** Root of the squares of Immerkær's weights, and the median of a normal distribution's magnitude. */
    private static final double NOISE_GAIN = 6 * 0.6745;

    private Sharpness() {}

    static double of(Frame picture, double variance) {
        if (picture.width() < 3 || picture.height() < 3) {
            return Math.log(LEAST);
        }
        long sum = 0;
        long squares = 0;
        var magnitudes = new int[16 * 255 + 1];
        byte[] pixels = picture.pixels();
        int width = picture.width();
        for (int y = 1; y < picture.height() - 1; y++) {
            for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
                int middle = pixels[at] & 0xff;
                int cross = (pixels[at - 1] & 0xff)
                        + (pixels[at + 1] & 0xff)
                        + (pixels[at - width] & 0xff)
                        + (pixels[at + width] & 0xff);
                int corners = (pixels[at - width - 1] & 0xff)
                        + (pixels[at - width + 1] & 0xff)
                        + (pixels[at + width - 1] & 0xff)
                        + (pixels[at + width + 1] & 0xff);
                long laplacian = 4L * middle - cross;
                sum += laplacian;
                squares += laplacian * laplacian;
                magnitudes[Math.abs(corners - 2 * cross + 4 * middle)]++;
            }
        }
        double count = (picture.width() - 2.0) * (picture.height() - 2.0);
        double noise = Math.pow(median(magnitudes, count) / NOISE_GAIN, 2);
        double edges = squares / count - Math.pow(sum / count, 2) - LAPLACIAN_GAIN * noise;
        return Math.log(Math.max(LEAST, edges / Math.max(1, variance - noise)));
    }

    /** Noise by Immerkær's mask (1996), blind to edges and slopes; the median also to what texture it is not blind to. */
    private static double median(int[] counts, double count) {
        double below = 0;
        for (int value = 0; value < counts.length; value++) {
            if (below + counts[value] >= count / 2) {
                // Within the step, as if its pixels were spread evenly over it.
                return value == 0 ? 0 : value - 0.5 + (count / 2 - below) / counts[value];
            }
            below += counts[value];
        }
        return counts.length;
    }
}
