package dev.millwright.vision;

import dev.millwright.plant.Severity;
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
 */
public record Finding(
        DefectType type, Box box, int areaPx, double score, Severity severity, String location, String reason) {
    public Finding {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + "\nA score lies between 0 and 1.");
        }
    }
}
