package dev.millwright.learning.plots;

import dev.millwright.learning.life.HeldOut.Judged;
import dev.millwright.learning.life.TrainedLife;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.Comparator;
import java.util.List;
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
        return predicted(
                "Machines held out", trained.model().notes(), trained.heldOut().judged());
    }

    /**
     * Expected life and interval over true life.
     *
     * @param whose machines they are, and who expects
     */
    public static String predicted(String whose, LifeNotes notes, List<Judged> all) {
        var unit = " [" + notes.unitOfLife() + "]";
        var svg = new Svg(HEIGHT, whose + ": expected life over true life");
        var axes = new Axes(70, TOP + 20, Svg.WIDTH - 90, HEIGHT - TOP - 130, notes.cap(), notes.cap());
        axes.draw(svg, "true life" + unit, "expected life" + unit);
        svg.line(axes.x(0), axes.y(0), axes.x(notes.cap()), axes.y(notes.cap()), Svg.INK, 1);
        int apart = 1 + all.size() / MOST_DOTS;
        long holding = all.stream()
                .filter(judged -> judged.estimate().holds(judged.life()))
                .count();
        for (int i = 0; i < all.size(); i += apart) {
            var judged = all.get(i);
            double x = axes.x(judged.life());
            var estimate = judged.estimate();
            svg.line(x, axes.y(estimate.low()), x, axes.y(estimate.high()), Svg.BLUE, FAINT);
            if (estimate.holds(judged.life())) {
                svg.dot(x, axes.y(estimate.expected()), 2.5, Svg.BLUE);
            } else {
                svg.diamond(x, axes.y(estimate.expected()), 4, Svg.RED);
            }
        }
        new Legend(svg, 70, HEIGHT - 14)
                .dot(
                        Svg.BLUE,
                        String.format(
                                Locale.ROOT,
                                "the interval holds the true life (%.0f %%)",
                                100.0 * holding / all.size()))
                .diamond(Svg.RED, "it does not")
                .line(Svg.INK, "as it came");
        return svg.end();
    }

    /** Each signal's share in what moves the answers. */
    public static String importance(Map<String, Double> importance) {
        return importance("What moves the answers", importance);
    }

    /** The same of a model that has a name. */
    public static String importance(String title, Map<String, Double> importance) {
        var bars = importance.entrySet().stream()
                .sorted(Comparator.comparingDouble(bar -> -bar.getValue()))
                .limit(MOST_BARS)
                .toList();
        double most = Math.max(1e-12, bars.getFirst().getValue());
        var svg = new Svg(TOP + bars.size() * BAR + 20, title + ", in shares of all");
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
