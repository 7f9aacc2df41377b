package dev.millwright.plant;

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
        String reason) {

    /** A finding of which only the box is known: its longer side is the length, its middle the centroid. */
    public Finding(
            String type,
            Severity severity,
            Box box,
            int areaPixels,
            double probability,
            String location,
            String reason) {
        this(type, severity, box, areaPixels, 0, middle(box), probability, location, reason);
    }

    public Finding {
        // Journals from before lengths were measured have neither.
        lengthPixels = lengthPixels > 0 ? lengthPixels : Math.max(box.width(), box.height());
        centroid = or(centroid, middle(box));
    }

    /** The same finding by other rules of severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(type, other, box, areaPixels, lengthPixels, centroid, probability, location, reason);
    }

    private static Point or(@Nullable Point told, Point otherwise) {
        return told == null ? otherwise : told;
    }

    private static Point middle(Box box) {
        return new Point(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
    }
}
