package dev.millwright.vision;

import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.dense.Detection;
import dev.millwright.vision.difference.BitMask;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Location;
import java.util.List;

/** Tells where defects are by a network that looks at the whole board beside its template, and not at differences one by one. */
record Seen(DenseDetector detector, InspectorSettings settings) implements Expert {

    @Override
    public List<Finding> findings(Comparison comparison) {
        var image = comparison.image();
        var template = comparison.template();
        var differing = image.andNot(template).or(template.andNot(image)).and(comparison.valid());
        return detector.detect(DenseInput.of(comparison)).stream()
                .map(detection -> finding(detection, differing))
                .toList();
    }

    private Finding finding(Detection detection, BitMask differing) {
        var type = DefectType.valueOf(detection.label());
        var box = detection.box();
        int area = area(differing, box);
        return new Finding(
                type,
                box,
                area,
                detection.probability(),
                settings.severity().of(type, area),
                Location.of(box, differing.width, differing.height),
                "%d px differ from the template here; it looks like %s".formatted(area, type.label()));
    }

    private static int area(BitMask differing, Box box) {
        return differing
                .window(box.left(), box.top(), box.width(), box.height())
                .count();
    }
}
