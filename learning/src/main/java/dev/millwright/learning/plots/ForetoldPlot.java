package dev.millwright.learning.plots;

import java.util.List;
import java.util.Map;

/** Lives foretold by several ways over true lives, both on scales of factors, as SVG. */
public final class ForetoldPlot {
    private static final int HEIGHT = 560;
    private static final int LEFT = 70;
    private static final int TOP = 80;
    private static final double ROOM = 1.3;

    private ForetoldPlot() {}

    /** A life that was foretold; both above 0 and in one unit. */
    public record Point(String name, double truth, double foretold) {}

    /**
     * The way in question by large named dots, another as small diamonds.
     *
     * @param unit of lives
     * @param beside by their name, one other way
     */
    public static String of(
            String title, String unit, String way, List<Point> points, Map.Entry<String, List<Point>> beside) {
        var svg = new Svg(HEIGHT, title);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (var all : List.of(points, beside.getValue())) {
            for (var point : all) {
                least = Math.min(least, Math.min(point.truth(), point.foretold()));
                most = Math.max(most, Math.max(point.truth(), point.foretold()));
            }
        }
        var scale = Scale.logarithmic(least / ROOM, most * ROOM);
        var axes = new Axes(LEFT, TOP, Svg.WIDTH - LEFT - 40, HEIGHT - TOP - 100, scale, scale);
        axes.draw(svg, "true life [" + unit + "]", "foretold life [" + unit + "]");
        svg.line(axes.x(scale.from()), axes.y(scale.from()), axes.x(scale.to()), axes.y(scale.to()), Svg.INK, 1);
        for (var point : beside.getValue()) {
            svg.diamond(axes.x(point.truth()), axes.y(point.foretold()), 4.5, Svg.ORANGE);
        }
        for (var point : points) {
            double x = axes.x(point.truth());
            svg.line(x, axes.y(point.truth()), x, axes.y(point.foretold()), Svg.BLUE, 0.4);
            svg.dot(x, axes.y(point.foretold()), 5, Svg.BLUE);
            boolean above = point.foretold() >= point.truth();
            svg.text(x + 8, axes.y(point.foretold()) + (above ? -4 : 12), "start", point.name());
        }
        new Legend(svg, LEFT, HEIGHT - 16)
                .dot(Svg.BLUE, way)
                .diamond(Svg.ORANGE, beside.getKey())
                .line(Svg.INK, "as it came; above: foretold too late");
        return svg.end();
    }
}
