package dev.millwright.gateway.view;

import dev.millwright.plant.Box;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Severity;
import dev.millwright.plant.Verdict;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact.PartInspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection saw.
 *
 * @param model name and version of the trained model that judged; null: rules did, or a person
 * @param image the path of the picture with its marks, null when none was kept
 * @param picture the path of the unmarked picture, null when it is not kept
 * @param heatMap the path of a PNG to lay over the picture, clear where it is as its template or as good ones; null when there is none
 * @param corrections what people said of it, the earliest first
 */
public record InspectionView(
        String id,
        String machine,
        String camera,
        String serial,
        Instant time,
        Verdict verdict,
        List<FindingView> findings,
        @Schema(nullable = true) @Nullable String model,
        @Schema(nullable = true) @Nullable String image,
        @Schema(nullable = true) @Nullable String picture,
        @Schema(nullable = true) @Nullable String heatMap,
        List<CorrectionView> corrections,
        double inspectionMillis) {

    /** A place in a picture, from its upper left corner. */
    public record PixelView(double x, double y) {}

    /**
     * A defect that was found.
     *
     * @param number from 0, by which corrections name it
     * @param lengthPixels its longest extent
     * @param centroid the middle of its pixels
     * @param outlines corners as [x, y] of a polygon around each of its pieces; empty where only the box is known
     * @param areaSquareMm null where the camera's scale is not known, as the other two in millimetres
     */
    public record FindingView(
            int number,
            String type,
            Severity severity,
            Box box,
            int areaPixels,
            double lengthPixels,
            PixelView centroid,
            @Schema(nullable = true) @Nullable Double areaSquareMm,
            @Schema(nullable = true) @Nullable Double lengthMm,
            @Schema(nullable = true) @Nullable PixelView centroidMm,
            double probability,
            String location,
            String reason,
            List<List<List<Double>>> outlines) {

        static FindingView of(int number, Finding finding, @Nullable Double scale) {
            var middle =
                    new PixelView(finding.centroid().x(), finding.centroid().y());
            return new FindingView(
                    number,
                    finding.type(),
                    finding.severity(),
                    finding.box(),
                    finding.areaPixels(),
                    finding.lengthPixels(),
                    middle,
                    scale == null ? null : finding.areaPixels() * scale * scale,
                    scale == null ? null : finding.lengthPixels() * scale,
                    scale == null ? null : new PixelView(middle.x() * scale, middle.y() * scale),
                    finding.probability(),
                    finding.location(),
                    finding.reason(),
                    finding.outlines().stream().map(CorrectionView::pairs).toList());
        }
    }

    /** An inspection just told, of which nobody has said anything and all pictures are there. */
    public static InspectionView of(Event event, PartInspected fact) {
        return of(event, fact, List.of(), path -> true);
    }

    /**
     * An inspection as it stands.
     *
     * @param kept whether a picture is still there, by the path its event names
     */
    public static InspectionView of(
            Event event, PartInspected fact, List<CorrectionView> corrections, Predicate<String> kept) {
        String path = "/api/v1/inspections/" + fact.inspection();
        var findings = new ArrayList<FindingView>();
        for (var finding : fact.findings()) {
            findings.add(FindingView.of(findings.size(), finding, fact.mmPerPixel()));
        }
        boolean picture = fact.picture() != null && kept.test(fact.picture());
        boolean template = fact.template() != null && kept.test(fact.template());
        boolean heat = fact.heat() == null ? picture && template : kept.test(fact.heat());
        return new InspectionView(
                fact.inspection(),
                event.subject().path(),
                fact.camera(),
                fact.serial(),
                event.time(),
                fact.verdict(),
                findings,
                fact.model(),
                fact.image() == null ? null : path + "/image",
                picture ? path + "/picture" : null,
                heat ? path + "/heat-map" : null,
                corrections,
                fact.inspectionMillis());
    }
}
