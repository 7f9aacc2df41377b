package dev.millwright.learning.plots;

import java.util.List;

/** How a training's loss fell, step by step, as SVG. */
public final class LossPlot {
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int TOP = 70;
    /** The first steps' losses are far above the rest, and would flatten it. */
    private static final double ROOM = 1.05;

    private LossPlot() {}

    /** The loss after a step, as a mean over the last ones. */
    public record Point(int step, double loss) {}

    /**
     * The curve; points that a training which went on from a checkpoint told twice are drawn once, as told last.
     *
     * @param points by step
     */
    public static String of(String title, List<Point> points) {
        var svg = new Svg(HEIGHT, title);
        if (points.isEmpty()) {
            return svg.text(LEFT, TOP, "start", "no step was told").end();
        }
        double most = points.stream().mapToDouble(Point::loss).max().orElseThrow();
        var axes = new Axes(
                LEFT,
                TOP,
                Svg.WIDTH - LEFT - 40,
                HEIGHT - TOP - 70,
                points.getLast().step(),
                most > 0 ? ROOM * most : 1);
        axes.draw(svg, "step", "loss");
        svg.path(
                points.stream()
                        .map(point -> new double[] {axes.x(point.step()), axes.y(point.loss())})
                        .toList(),
                Svg.BLUE,
                1);
        var last = points.getLast();
        return svg.dot(axes.x(last.step()), axes.y(last.loss()), 3.5, Svg.BLUE)
                .text(axes.x(last.step()), axes.y(last.loss()) - 8, "end", Svg.number(last.loss()))
                .end();
    }
}
