package dev.millwright.learning.plots;

import dev.millwright.learning.failure.PrecisionRecall;
import java.util.List;
import java.util.Locale;

/** How well probabilities tell failures from the rest, as SVG. */
public final class DiscriminationPlots {
    private static final int HEIGHT = 460;
    private static final int LEFT = 70;
    private static final int TOP = 80;

    private DiscriminationPlots() {}

    /**
     * Precision over recall at every threshold, a line for each repetition; those at a probability of one half are marked.
     *
     * @param share of rows that fail: the precision of saying so of every row
     */
    public static String precisionRecall(String title, List<PrecisionRecall> repetitions, double share) {
        var svg = new Svg(HEIGHT, title);
        var axes = new Axes(LEFT, TOP, Svg.WIDTH - LEFT - 30, HEIGHT - TOP - 110, 1, 1);
        axes.draw(svg, "recall: share of failures that are told", "precision: share of alarms that are right");
        svg.dashed(axes.x(0), axes.y(share), axes.x(1), axes.y(share), Svg.GREY);
        double opacity = repetitions.size() == 1 ? 1 : 0.5;
        for (var curve : repetitions) {
            svg.path(
                    curve.points().stream()
                            .map(point -> new double[] {axes.x(point.recall()), axes.y(point.precision())})
                            .toList(),
                    Svg.BLUE,
                    opacity);
        }
        for (var curve : repetitions) {
            curve.atHalf()
                    .ifPresent(half -> svg.diamond(axes.x(half.recall()), axes.y(half.precision()), 5, Svg.ORANGE));
        }
        double mean = repetitions.stream()
                .mapToDouble(PrecisionRecall::averagePrecision)
                .average()
                .orElse(0);
        new Legend(svg, LEFT, HEIGHT - 40)
                .line(Svg.BLUE, String.format(Locale.ROOT, "boosted trees, average precision %.3f", mean))
                .diamond(Svg.ORANGE, "alarm from one half on");
        new Legend(svg, LEFT, HEIGHT - 16)
                .dashed(Svg.GREY, String.format(Locale.ROOT, "an alarm for every row (%.3f)", share));
        return svg.end();
    }
}
