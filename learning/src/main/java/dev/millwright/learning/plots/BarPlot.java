package dev.millwright.learning.plots;

import java.util.List;

/** Shares of several ways side by side, a group of bars for each case, as SVG. */
public final class BarPlot {
    private static final int HEIGHT = 380;
    private static final int LEFT = 60;
    private static final int TOP = 80;
    private static final double GAP = 0.25;
    private static final List<String> COLOURS = List.of(Svg.BLUE, Svg.ORANGE, Svg.GREY);

    private BarPlot() {}

    /**
     * One way.
     *
     * @param shares from 0 to 1, one a case
     */
    public record Way(String name, List<Double> shares) {
        public Way {
            shares = List.copyOf(shares);
        }
    }

    /** Up to three ways. */
    public static String of(String title, String below, String beside, List<String> cases, List<Way> ways) {
        if (ways.isEmpty() || ways.size() > COLOURS.size()) {
            throw new IllegalArgumentException(
                    "%d ways side by side\nGive one to %d.".formatted(ways.size(), COLOURS.size()));
        }
        var svg = new Svg(HEIGHT, title);
        var axes = new Axes(LEFT, TOP, Svg.WIDTH - LEFT - 20, HEIGHT - TOP - 90, 1, 1);
        axes.drawUp(svg, beside);
        double group = axes.width() / cases.size();
        double bar = group * (1 - GAP) / ways.size();
        for (int i = 0; i < cases.size(); i++) {
            double x = LEFT + group * (i + GAP / 2);
            svg.text(LEFT + group * (i + 0.5), axes.bottom() + 18, "middle", cases.get(i));
            for (int way = 0; way < ways.size(); way++) {
                double y = axes.y(ways.get(way).shares().get(i));
                svg.bar(x + way * bar, y, bar - 0.5, axes.bottom() - y, COLOURS.get(way), 1);
            }
        }
        svg.text(LEFT + axes.width() / 2, axes.bottom() + 38, "middle", below);
        var legend = new Legend(svg, LEFT, HEIGHT - 14);
        for (int way = 0; way < ways.size(); way++) {
            legend.area(COLOURS.get(way), 1, ways.get(way).name());
        }
        return svg.end();
    }
}
