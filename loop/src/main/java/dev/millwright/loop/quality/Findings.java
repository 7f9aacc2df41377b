package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.Camera;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Point;
import dev.millwright.vision.image.Offset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found, by the rules of the camera that saw it. */
final class Findings {

    private Findings() {}

    static Box box(dev.millwright.vision.image.Box box) {
        return new Box(box.left(), box.top(), box.width(), box.height());
    }

    static List<Point> points(List<Offset> corners) {
        return corners.stream().map(corner -> new Point(corner.x(), corner.y())).toList();
    }

    /** Those that reject the part, each with the severity that the camera's own rules give it, where it has such. */
    static List<Finding> weighed(List<Finding> findings, @Nullable Camera camera) {
        var passing = camera == null ? Camera.USUALLY_PASSING : camera.passing();
        return findings.stream()
                .filter(finding ->
                        !passing.contains(finding.type().toLowerCase(Locale.ROOT)) && !passing.contains(finding.type()))
                .map(finding -> {
                    var rule = camera == null ? null : camera.severity().get(finding.type());
                    return rule == null ? finding : finding.withSeverity(rule.of(finding.areaPixels()));
                })
                .toList();
    }

    /** What the findings say of a part. */
    static String words(String serial, List<Finding> findings) {
        if (findings.isEmpty()) {
            return serial + " is as it should be";
        }
        return serial + " shows "
                + findings.stream()
                        .map(finding -> finding.type() + " (" + finding.location() + ")")
                        .collect(Collectors.joining(", "));
    }
}
