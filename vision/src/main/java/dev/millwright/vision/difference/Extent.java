package dev.millwright.vision.difference;

import dev.millwright.plant.Point;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Mask;
import dev.millwright.vision.image.Offset;
import dev.millwright.vision.image.Outline;
import java.util.List;

/**
 * How long a defect is, where its middle lies, and what it covers.
 *
 * @param lengthPx the longest extent over all directions, to a five-degree turn (largest Feret diameter)
 * @param x of the centroid, in pixels from the left edge of the image
 * @param y of the centroid, in pixels from its upper edge
 * @param outlines a polygon around each of its pieces, the largest first, on the corners of pixels; empty where only a box is known
 */
public record Extent(double lengthPx, double x, double y, List<List<Offset>> outlines) {

    private static final int DIRECTIONS = 36;

    public Extent {
        outlines = List.copyOf(outlines);
    }

    /** The extent of a defect of which only the box is known: its longer side, and its middle. */
    public static Extent of(Box box) {
        return new Extent(
                Math.max(box.width(), box.height()),
                (box.left() + box.right()) / 2.0,
                (box.top() + box.bottom()) / 2.0,
                List.of());
    }

    /** The extent of pixels, each of which reaches half a pixel beyond its middle. */
    public static Extent of(Blob blob) {
        int left = blob.box.left() - 1;
        int top = blob.box.top() - 1;
        int width = blob.box.width() + 2;
        var inside = new boolean[width * (blob.box.height() + 2)];
        blob.pixels((x, y) -> inside[(y - top) * width + x - left] = true);
        return of(new Mask(left, top, width, blob.box.height() + 2, inside));
    }

    /** The extent of a mask. */
    public static Extent of(Mask mask) {
        long sumX = 0;
        long sumY = 0;
        int area = 0;
        for (int i = 0; i < mask.inside().length; i++) {
            if (mask.inside()[i]) {
                sumX += i % mask.width();
                sumY += i / mask.width();
                area++;
            }
        }
        double longest = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double angle = Math.PI * direction / DIRECTIONS;
            longest = Math.max(longest, along(mask, Math.cos(angle), Math.sin(angle)));
        }
        return new Extent(
                longest + 1,
                mask.left() + 0.5 + (double) sumX / area,
                mask.top() + 0.5 + (double) sumY / area,
                Outline.ofPieces(mask));
    }

    /** The outlines in the plant's words. */
    public List<List<Point>> told() {
        return outlines.stream()
                .map(outline -> outline.stream()
                        .map(corner -> new Point(corner.x(), corner.y()))
                        .toList())
                .toList();
    }

    private static double along(Mask mask, double cos, double sin) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mask.inside().length; i++) {
            if (mask.inside()[i]) {
                int row = i / mask.width();
                double place = i % mask.width() * cos + row * sin;
                least = Math.min(least, place);
                most = Math.max(most, place);
            }
        }
        return most - least;
    }
}
