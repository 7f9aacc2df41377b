package dev.millwright.vision.eye;

import dev.millwright.plant.Finding;
import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.dense.Detection;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Location;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds things of several kinds, each with a box. */
record ThingEye(DenseDetector detector) implements Eye {

    @Override
    public boolean needsTemplate() {
        return false;
    }

    @Override
    public Sight look(ColourFrame picture, @Nullable Frame template) {
        var found = detector.detect(DenseInput.of(picture));
        var findings = found.stream()
                .map(each -> finding(each, picture.width(), picture.height()))
                .toList();
        return new Sight(
                Sight.verdict(findings),
                findings,
                found.stream().map(ThingEye::words).collect(Collectors.joining("; ")),
                Map.of("findings", (double) found.size()),
                Double.NaN,
                null);
    }

    private static Finding finding(Detection each, int width, int height) {
        int area = each.box().width() * each.box().height();
        return new Finding(
                each.label(),
                UsualSeverity.of(area, width, height),
                AnomalyEye.box(each.box()),
                area,
                each.probability(),
                Location.of(each.box(), width, height),
                "it looks like " + each.label());
    }

    private static String words(Detection each) {
        return String.format(
                Locale.ROOT,
                "%s %.0f %% at %d, %d",
                each.label(),
                100 * each.probability(),
                (each.box().left() + each.box().right()) / 2,
                (each.box().top() + each.box().bottom()) / 2);
    }
}
