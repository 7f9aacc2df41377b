package dev.millwright.vision;

import dev.millwright.plant.Point;
import dev.millwright.plant.Severity;
import dev.millwright.vision.difference.Extent;
import dev.millwright.vision.image.Box;

/**
 * One defect seen on a board.
 *
 * @param type what it is
 * @param box where it is, with the margin people draw around a defect
 * @param areaPx pixels of copper that are missing or too many
 * @param score how sure the inspector is that this is a defect, 0 to 1
 * @param severity how much it matters
 * @param location where on the board in words, as "top left"
 * @param reason why it is held to be this, in words
 * @param extent how long it is and where its middle lies
 */
public record Finding(
        DefectType type,
        Box box,
        int areaPx,
        double score,
        Severity severity,
        String location,
        String reason,
        Extent extent) {

    /** A finding of which only the box is known. */
    public Finding(
            DefectType type, Box box, int areaPx, double score, Severity severity, String location, String reason) {
        this(type, box, areaPx, score, severity, location, reason, Extent.of(box));
    }

    /** The same in the plant's words. */
    public dev.millwright.plant.Finding told() {
        return new dev.millwright.plant.Finding(
                type.label(),
                severity,
                new dev.millwright.plant.Box(box.left(), box.top(), box.width(), box.height()),
                areaPx,
                extent.lengthPx(),
                new Point(extent.x(), extent.y()),
                score,
                location,
                reason,
                extent.told());
    }

    public Finding {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + "\nA score lies between 0 and 1.");
        }
    }
}
