package dev.millwright.gateway.view;

import dev.millwright.plant.Box;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.PartInspected;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection saw.
 *
 * @param image the path of the picture with its marks, null when none was kept
 */
public record InspectionView(
        String id,
        String machine,
        String camera,
        String serial,
        Instant time,
        Verdict verdict,
        List<FindingView> findings,
        @Schema(nullable = true) @Nullable String image,
        double inspectionMillis) {

    /** A defect that was found. */
    public record FindingView(
            String type,
            Severity severity,
            Box box,
            int areaPixels,
            double probability,
            String location,
            String reason) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.type(),
                    finding.severity(),
                    finding.box(),
                    finding.areaPixels(),
                    finding.probability(),
                    finding.location(),
                    finding.reason());
        }
    }

    public static InspectionView of(Event event, PartInspected fact) {
        return new InspectionView(
                fact.inspection(),
                event.subject().path(),
                fact.camera(),
                fact.serial(),
                event.time(),
                fact.verdict(),
                fact.findings().stream().map(FindingView::of).toList(),
                fact.image() == null ? null : "/api/v1/inspections/" + fact.inspection() + "/image",
                fact.inspectionMillis());
    }
}
