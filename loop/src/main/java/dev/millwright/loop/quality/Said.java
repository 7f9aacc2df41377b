package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.Correction;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to say of an inspection; see {@link Correction}.
 *
 * @param outline corners of a polygon; empty when none was drawn
 */
public record Said(
        CorrectionVerdict verdict,
        @Nullable Integer finding,
        @Nullable String type,
        @Nullable Box box,
        List<Point> outline,
        @Nullable String comment,
        String by) {

    public Said {
        outline = List.copyOf(outline);
    }

    Correction as(String id) {
        return new Correction(id, verdict, finding, type, box, outline, comment, by);
    }
}
