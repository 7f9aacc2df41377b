package dev.millwright.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of one finding of an inspection, or of a defect that it missed.
 *
 * @param id such as {@code I-12.c1}
 * @param finding the finding's number in the inspection, from 0; null for a missed defect
 * @param type what the defect is where the person says so; always for a missed one
 * @param box where it is; always for a missed one
 * @param outline corners of a polygon around the defect, in order; empty when none was drawn
 */
public record Correction(
        String id,
        CorrectionVerdict verdict,
        @Nullable Integer finding,
        @Nullable String type,
        @Nullable Box box,
        List<Point> outline,
        @Nullable String comment,
        String by) {

    public Correction {
        outline = List.copyOf(outline);
        if (verdict == CorrectionVerdict.MISSED) {
            if (type == null || box == null) {
                throw new IllegalArgumentException(
                        "A missed defect without its type or box.\nSay what it is and draw a box around it.");
            }
        } else if (finding == null || finding < 0) {
            throw new IllegalArgumentException(
                    "%s without a finding.\nName the finding by its number, from 0.".formatted(verdict));
        }
    }

    /** True for a word about the same finding; each missed defect is one of its own. */
    public boolean isAboutTheSameAs(Correction other) {
        return finding != null && finding.equals(other.finding);
    }
}
