package dev.millwright.learning.plots;

import java.util.ArrayList;
import java.util.List;

/** An anomaly score over time against its limit, with the anomalies that people labelled, as SVG. */
public final class ScorePlot {
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int TOP = 80;
    private static final double FAINT = 0.3;
    private static final double LEAST = 0.1;
    private static final double LIMIT = 1;

    private ScorePlot() {}

    /** Rows that are labelled anomalous; {@code to} belongs to it. */
    public record Span(int from, int to) {

        /** The stretches of rows that are labelled. */
        public static List<Span> of(List<Boolean> anomalous) {
            var spans = new ArrayList<Span>();
            int from = -1;
            for (int row = 0; row <= anomalous.size(); row++) {
                boolean in = row < anomalous.size() && anomalous.get(row);
                if (in && from < 0) {
                    from = row;
                } else if (!in && from >= 0) {
                    spans.add(new Span(from, row - 1));
                    from = -1;
                }
            }
            return spans;
        }
    }

    /**
     * One record.
     *
     * @param time what is counted from the record's first row, with its unit
     * @param perRow how much of that a row takes
     * @param first the row of the first score; those before were learned from
     * @param scores 1 is the limit
     */
    public static String of(
            String title, String time, double perRow, int first, List<Double> scores, List<Span> anomalies) {
        var svg = new Svg(HEIGHT, title);
        double most = scores.stream().mapToDouble(Double::doubleValue).max().orElse(LIMIT);
        var axes = new Axes(
                LEFT,
                TOP,
                Svg.WIDTH - LEFT - 20,
                HEIGHT - TOP - 90,
                Scale.upTo((first + scores.size()) * perRow),
                Scale.logarithmic(LEAST, Math.max(10, 1.2 * most)));
        axes.draw(svg, time, "anomaly score (logarithmic)");
        if (first > 0) {
            svg.bar(axes.x(0), TOP, axes.x(first * perRow) - axes.x(0), axes.height(), Svg.GRID, FAINT);
        }
        for (var span : anomalies) {
            double x = axes.x(span.from() * perRow);
            double width = Math.max(1, axes.x((span.to() + 1) * perRow) - x);
            svg.bar(x, TOP, width, axes.height(), Svg.ORANGE, FAINT);
        }
        svg.path(drawn(axes, perRow, first, scores), Svg.BLUE, 1);
        svg.dashed(axes.x(0), axes.y(LIMIT), LEFT + axes.width(), axes.y(LIMIT), Svg.RED);
        new Legend(svg, LEFT - 40, HEIGHT - 14)
                .line(Svg.BLUE, "score")
                .dashed(Svg.RED, "limit of the alarm")
                .area(Svg.ORANGE, FAINT, "labelled anomaly")
                .area(Svg.GRID, FAINT, "learned from");
        return svg.end();
    }

    /** Of rows that lie on one point of the picture the least and the most. */
    private static List<double[]> drawn(Axes axes, double perRow, int first, List<Double> scores) {
        var points = new ArrayList<double[]>();
        int together = Math.max(1, (int) (scores.size() / axes.width()));
        for (int from = 0; from < scores.size(); from += together) {
            var some = scores.subList(from, Math.min(scores.size(), from + together));
            double x = axes.x((first + from) * perRow);
            points.add(new double[] {
                x, axes.y(some.stream().mapToDouble(each -> each).min().orElseThrow())
            });
            if (together > 1) {
                points.add(new double[] {
                    x, axes.y(some.stream().mapToDouble(each -> each).max().orElseThrow())
                });
            }
        }
        return points;
    }
}
