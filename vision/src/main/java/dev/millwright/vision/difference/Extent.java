package dev.millwright.vision.difference;

import dev.millwright.vision.image.Box;

/**
 * How long a defect is, and where its middle lies.
 *
 * @param lengthPx the longest extent over all directions, to a five-degree turn (largest Feret diameter)
 * @param x of the centroid, in pixels from the left edge of the image
 * @param y of the centroid, in pixels from its upper edge
 */
public record Extent(double lengthPx, double x, double y) {

    private static final int DIRECTIONS = 36;

    /** The extent of a defect of which only the box is known: its longer side, and its middle. */
    public static Extent of(Box box) {
        return new Extent(
                Math.max(box.width(), box.height()),
                (box.left() + box.right()) / 2.0,
                (box.top() + box.bottom()) / 2.0);
    }

    /** The extent of connected pixels, each of which reaches half a pixel beyond its middle. */
    public static Extent of(Blob blob) {
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < blob.xs.length; i++) {
            sumX += blob.xs[i] + 0.5;
            sumY += blob.ys[i] + 0.5;
        }
        double longest = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double angle = Math.PI * direction / DIRECTIONS;
            longest = Math.max(longest, along(blob, Math.cos(angle), Math.sin(angle)));
        }
        return new Extent(longest + 1, sumX / blob.xs.length, sumY / blob.ys.length);
    }

    private static double along(Blob blob, double cos, double sin) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < blob.xs.length; i++) {
            double place = blob.xs[i] * cos + blob.ys[i] * sin;
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        return most - least;
    }
}
