package dev.millwright.learning.plots;

import dev.millwright.learning.life.TrainedLife;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What a model of remaining life expected of machines held out, and what moves a model, as SVG. */
public final class LifePlots {
    private static final int HEIGHT = 500;
    private static final int TOP = 50;
    /** About as many machines' moments are drawn; of more every nth. */
    private static final int MOST_DOTS = 1_500;

    private static final int MOST_BARS = 12;
    private static final int BAR = 30;
    private static final int NAMES = 180;
    private static final double FAINT = 0.15;

    private LifePlots() {}

    /** Expected life and interval over true life, of units held out. */
    public static String predicted(TrainedLife trained) {
        var notes = trained.model().notes();
        var held = trained.heldOut();
        var svg = new Svg(HEIGHT, "Machines held out: expected life over true life, in " + notes.unitOfLife());
        var axes = new Axes(70, TOP + 20, Svg.WIDTH - 90, HEIGHT - TOP - 110, notes.cap(), notes.cap());
        axes.draw(svg, "true life", "expected life");
        svg.line(axes.x(0), axes.y(0), axes.x(notes.cap()), axes.y(notes.cap()), Svg.INK, 1);
        int apart = 1 + held.judged().size() / MOST_DOTS;
        for (int i = 0; i < held.judged().size(); i += apart) {
            var judged = held.judged().get(i);
            double x = axes.x(judged.life());
            var estimate = judged.estimate();
            svg.line(x, axes.y(estimate.low()), x, axes.y(estimate.high()), Svg.BLUE, FAINT);
            svg.dot(x, axes.y(estimate.expected()), 2.5, estimate.holds(judged.life()) ? Svg.BLUE : Svg.RED);
        }
        svg.text(
                70,
                HEIGHT - 14,
                "start",
                String.format(
                        Locale.ROOT,
                        "%d machines; the interval holds %.0f %% (red: it does not)",
                        held.units(),
                        100 * held.coverage()));
        return svg.end();
    }

    /** Each signal's share in what moves the answers. */
    public static String importance(Map<String, Double> importance) {
        var bars = importance.entrySet().stream()
                .sorted(Comparator.comparingDouble(bar -> -bar.getValue()))
                .limit(MOST_BARS)
                .toList();
        double most = Math.max(1e-12, bars.getFirst().getValue());
        var svg = new Svg(TOP + bars.size() * BAR + 20, "What moves the answers, in shares of all");
        for (int i = 0; i < bars.size(); i++) {
            double y = TOP + i * BAR;
            double width = (Svg.WIDTH - NAMES - 80) * bars.get(i).getValue() / most;
            svg.text(NAMES - 8, y + 17, "end", bars.get(i).getKey())
                    .bar(NAMES, y + 3, width, BAR - 8)
                    .text(
                            NAMES + width + 6,
                            y + 17,
                            "start",
                            Svg.number(bars.get(i).getValue()));
        }
        return svg.end();
    }
}
