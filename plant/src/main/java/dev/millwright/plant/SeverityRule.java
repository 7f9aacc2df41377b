package dev.millwright.plant;

import java.util.List;

/**
 * How much defects of one type matter, by their size.
 *
 * @param steps with rising areas, the first from 0
 */
public record SeverityRule(List<Step> steps) {

    /**
     * The severity of defects from an area on.
     *
     * @param fromPixels changed pixels
     */
    public record Step(int fromPixels, Severity severity) {}

    public SeverityRule {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getFirst().fromPixels() != 0) {
            throw new IllegalArgumentException(
                    "A rule of severity that says nothing of small defects.\nBegin with a severity alone, such as 'minor'.");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).fromPixels() <= steps.get(i - 1).fromPixels()) {
                throw new IllegalArgumentException("A rule of severity names %d px after %d px.\nLet the areas rise."
                        .formatted(steps.get(i).fromPixels(), steps.get(i - 1).fromPixels()));
            }
        }
    }

    /** The severity of a defect of this area in pixels. */
    public Severity of(int areaPixels) {
        var severity = steps.getFirst().severity();
        for (var step : steps) {
            if (areaPixels >= step.fromPixels()) {
                severity = step.severity();
            }
        }
        return severity;
    }
}
