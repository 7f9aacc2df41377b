package dev.millwright.vision.eye;

import dev.millwright.plant.Box;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Point;
import dev.millwright.vision.anomaly.AnomalyDetector;
import dev.millwright.vision.anomaly.AnomalyRegion;
import dev.millwright.vision.anomaly.AnomalyResult;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells parts unlike good ones. */
record AnomalyEye(AnomalyDetector detector) implements Eye {
    /** What it calls whatever it finds. */
    static final String TYPE = "anomaly";
    /** A picture with more regions is told by its worst. */
    private static final int MOST_FINDINGS = 16;

    @Override
    public boolean needsTemplate() {
        return false;
    }

    @Override
    public Sight look(ColourFrame picture, @Nullable Frame template) {
        var result = detector.inspect(picture);
        boolean fails = result.verdict() == AnomalyResult.Verdict.FAIL;
        var words = words(result);
        return new Sight(
                result.verdict().name(),
                fails ? findings(result, words) : List.of(),
                fails && !result.regions().isEmpty()
                        ? words + "; " + worst(result.regions().getFirst())
                        : words,
                Map.of("score", result.score(), "threshold", result.threshold(), "p_value", result.pValue()),
                1 - result.pValue(),
                new Sight.Heat(result.map(), detector.fullHeat()));
    }

    /** What stands out, or the whole picture where it is off as a whole. */
    private static List<Finding> findings(AnomalyResult result, String words) {
        int width = result.map().width();
        int height = result.map().height();
        double sure = 1 - result.pValue();
        if (result.regions().isEmpty()) {
            return List.of(whole(TYPE, width, height, sure, words));
        }
        return result.regions().stream()
                .limit(MOST_FINDINGS)
                .map(region -> new Finding(
                        TYPE,
                        UsualSeverity.of(region.areaPx(), width, height),
                        box(region.box()),
                        region.areaPx(),
                        region.extent().lengthPx(),
                        new Point(region.centroidX(), region.centroidY()),
                        sure,
                        Location.of(region.box(), width, height),
                        words,
                        region.extent().told()))
                .toList();
    }

    /** A finding about a picture as a whole. */
    static Finding whole(String type, int width, int height, double probability, String reason) {
        return new Finding(
                type,
                UsualSeverity.of(width * height, width, height),
                new Box(0, 0, width, height),
                width * height,
                probability,
                "whole part",
                reason);
    }

    static Box box(dev.millwright.vision.image.Box box) {
        return new Box(box.left(), box.top(), box.width(), box.height());
    }

    private static String words(AnomalyResult result) {
        return String.format(
                Locale.ROOT,
                "score %.3f, limit %.3f; %.1f %% of good ones score as high",
                result.score(),
                result.threshold(),
                100 * result.pValue());
    }

    private static String worst(AnomalyRegion region) {
        return String.format(
                Locale.ROOT, "worst at %.0f, %.0f: %d pixels", region.centroidX(), region.centroidY(), region.areaPx());
    }
}
