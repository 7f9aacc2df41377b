package dev.millwright.learning.plots;

import dev.millwright.learning.failure.Confusion;
import java.util.List;
import java.util.Locale;

/** What classes were taken for, as SVG: a row for what it was, a column for what it was taken for. */
public final class ConfusionPlot {
    private static final int LEFT = 170;
    private static final int TOP = 150;
    private static final double MOST_CELL = 90;
    private static final double HALF = 0.5;
    private static final int FEW = 6;
    private static final int LONGEST = 22;

    private ConfusionPlot() {}

    /** Cells are as dark as the share of their row, and say how many; where there is room, the share too. */
    public static String of(String title, List<String> classes, Confusion confusion) {
        int size = classes.size();
        double cell = Math.min(MOST_CELL, (double) (Svg.WIDTH - LEFT - 100) / size);
        double height = Math.min(cell, 52);
        var svg = new Svg((int) (TOP + height * size + 60), title);
        svg.text(LEFT - 10, TOP - 10, "end", "was / taken for");
        for (int row = 0; row < size; row++) {
            double y = TOP + row * height;
            double all = confusion.counts().get(row).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            svg.text(LEFT - 10, y + height / 2 + 5, "end", brief(classes.get(row)));
            svg.rising(LEFT + (row + HALF) * cell, TOP - 8, brief(classes.get(row)));
            for (int column = 0; column < size; column++) {
                int count = confusion.counts().get(row).get(column);
                double share = all == 0 ? 0 : count / all;
                double x = LEFT + column * cell;
                svg.bar(x + 1, y + 1, cell - 2, height - 2, Svg.GRID, HALF);
                svg.bar(x + 1, y + 1, cell - 2, height - 2, Svg.BLUE, share);
                var words = size <= FEW && all > 0 && count > 0
                        ? String.format(Locale.ROOT, "%d (%.0f %%)", count, 100 * share)
                        : String.valueOf(count);
                svg.text(
                        x + cell / 2,
                        y + height / 2 + 5,
                        "middle",
                        share > HALF ? Svg.WHITE : count == 0 ? Svg.GREY : Svg.INK,
                        words);
            }
        }
        return svg.text(
                        20,
                        TOP + height * size + 40,
                        "start",
                        String.format(
                                Locale.ROOT,
                                "taken for what they were: %.1f %%; mean F1 of the classes %.3f",
                                100 * confusion.accuracy(),
                                confusion.macroF1()))
                .end();
    }

    private static String brief(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
