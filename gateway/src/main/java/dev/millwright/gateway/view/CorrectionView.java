package dev.millwright.gateway.view;

import dev.millwright.plant.Box;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.Point;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.FindingCorrected;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an inspection; of several words about one finding the last counts.
 *
 * @param finding the finding's number, null for a missed defect
 * @param outline corners of a polygon as pairs of x and y, null when none was drawn
 */
public record CorrectionView(
        String id,
        @Schema(nullable = true) @Nullable Integer finding,
        CorrectionVerdict verdict,
        @Schema(nullable = true) @Nullable String type,
        @Schema(nullable = true) @Nullable Box box,
        @Schema(nullable = true) @Nullable List<List<Double>> outline,
        @Schema(nullable = true) @Nullable String comment,
        String by,
        Instant time) {

    public static CorrectionView of(Event event, FindingCorrected fact) {
        var said = fact.correction();
        return new CorrectionView(
                said.id(),
                said.finding(),
                said.verdict(),
                said.type(),
                said.box(),
                said.outline().isEmpty() ? null : pairs(said.outline()),
                said.comment(),
                said.by(),
                event.time());
    }

    /** Corners as the wire has them. */
    public static List<List<Double>> pairs(List<Point> outline) {
        return outline.stream().map(corner -> List.of(corner.x(), corner.y())).toList();
    }
}
