package dev.millwright.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A defect an inspection found.
 *
 * @param type the defect's name, such as {@code open} or {@code short}
 * @param areaPixels how large it is
 * @param lengthPixels its longest extent
 * @param centroid the middle of its pixels
 * @param probability from 0 to 1
 * @param location in words, such as {@code upper left}
 * @param reason what the inspector saw
 * @param outlines a polygon around each of its pieces, the largest first; empty where only the box is known
 */
public record Finding(
        String type,
        Severity severity,
        Box box,
        int areaPixels,
        double lengthPixels,
        Point centroid,
        double probability,
        String location,
        String reason,
        List<List<Point>> outlines) {

    /** A finding of which only the box is known: its longer side is the length, its middle the centroid. */
    public Finding(
            String type,
            Severity severity,
            Box box,
            int areaPixels,
            double probability,
            String location,
            String reason) {
        this(type, severity, box, areaPixels, 0, middle(box), probability, location, reason, List.of());
    }

    public Finding {
        // Journals from before they were measured have none of these.
        lengthPixels = lengthPixels > 0 ? lengthPixels : Math.max(box.width(), box.height());
        centroid = or(centroid, middle(box));
        outlines = orNone(outlines);
    }

    /** The same finding by other rules of severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(
                type, other, box, areaPixels, lengthPixels, centroid, probability, location, reason, outlines);
    }

    private static List<List<Point>> orNone(@Nullable List<List<Point>> told) {
        return told == null ? List.of() : List.copyOf(told);
    }

    private static Point or(@Nullable Point told, Point otherwise) {
        return told == null ? otherwise : told;
    }

    private static Point middle(Box box) {
        return new Point(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
    }
}
