package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.Camera;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Point;
import dev.millwright.vision.Inspection;
import dev.millwright.vision.image.Offset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the inspector says, in the plant's words. */
final class Findings {

    private Findings() {}

    static Finding inPlantWords(dev.millwright.vision.Finding finding) {
        return new Finding(
                finding.type().label(),
                finding.severity(),
                box(finding.box()),
                finding.areaPx(),
                finding.extent().lengthPx(),
                new Point(finding.extent().x(), finding.extent().y()),
                finding.score(),
                finding.location(),
                finding.reason());
    }

    static Box box(dev.millwright.vision.image.Box box) {
        return new Box(box.left(), box.top(), box.width(), box.height());
    }

    static List<Point> points(List<Offset> corners) {
        return corners.stream().map(corner -> new Point(corner.x(), corner.y())).toList();
    }

    /** The findings with the severity that a camera's own rules give them, where it has such. */
    static List<dev.millwright.vision.Finding> weighed(
            List<dev.millwright.vision.Finding> findings, @Nullable Camera camera) {
        if (camera == null) {
            return findings;
        }
        return findings.stream()
                .map(finding -> {
                    var rule = camera.severity().get(finding.type().label());
                    return rule == null ? finding : finding.withSeverity(rule.of(finding.areaPx()));
                })
                .toList();
    }

    static String words(CameraFrame frame, Inspection inspection) {
        if (inspection.findings().isEmpty()) {
            return frame.serial() + " is as its template";
        }
        return frame.serial() + " shows "
                + inspection.findings().stream()
                        .map(finding -> finding.type().label() + " (" + finding.location() + ")")
                        .collect(Collectors.joining(", "));
    }
}
