package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.Finding;
import dev.millwright.vision.Inspection;
import java.util.stream.Collectors;

/** What the inspector says, in the plant's words. */
final class Findings {

    private Findings() {}

    static Finding inPlantWords(dev.millwright.vision.Finding finding) {
        var box = finding.box();
        return new Finding(
                finding.type().label(),
                finding.severity(),
                new Box(box.left(), box.top(), box.width(), box.height()),
                finding.areaPx(),
                finding.score(),
                finding.location(),
                finding.reason());
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
