package dev.millwright.learning.plots;

import dev.millwright.learning.life.HeldOut;
import dev.millwright.learning.life.TrainedLife;
import java.util.Comparator;
import java.util.Locale;

/** A trained model of remaining life in two pictures, as SVG that reads on light and dark paper. */
public final class LifePlots {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int BOTTOM = 60;
    private static final int TOP = 50;
    private static final int RIGHT = 20;
    private static final int MOST_BARS = 12;
    private static final int BAR = 30;
    private static final String INK = "#3b4252";
    private static final String BLUE = "#2f6f9f";
    private static final String RED = "#bf4342";

    private LifePlots() {}

    /** Expected life and interval over true life, of units held out. */
    public static String predicted(TrainedLife trained) {
        var notes = trained.model().notes();
        var svg = begin(HEIGHT, "Held-out machines: expected life over true life, in " + notes.unitOfLife());
        double scale = (WIDTH - LEFT - RIGHT) / notes.cap();
        double rise = (HEIGHT - TOP - BOTTOM) / notes.cap();
        int floor = HEIGHT - BOTTOM;
        for (int step = 0; step <= 5; step++) {
            double life = notes.cap() * step / 5;
            double x = LEFT + life * scale;
            double y = floor - life * rise;
            svg.append(line(x, floor, x, TOP, "#d8dee9", 1)).append(line(LEFT, y, WIDTH - RIGHT, y, "#d8dee9", 1));
            svg.append(text(x, floor + 20, "middle", number(life))).append(text(LEFT - 8, y + 4, "end", number(life)));
        }
        svg.append(line(LEFT, floor, WIDTH - RIGHT, TOP, INK, 1));
        for (var judged : trained.heldOut().judged()) {
            double x = LEFT + judged.life() * scale;
            var estimate = judged.estimate();
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"0.15\"/>%n",
                    x,
                    floor - estimate.low() * rise,
                    x,
                    floor - estimate.high() * rise,
                    BLUE));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>%n",
                    x,
                    floor - estimate.expected() * rise,
                    estimate.holds(judged.life()) ? BLUE : RED));
        }
        svg.append(text(LEFT, HEIGHT - 14, "start", summary(trained.heldOut())));
        return svg.append("</svg>\n").toString();
    }

    private static String summary(HeldOut held) {
        return String.format(
                Locale.ROOT,
                "%d machines; the interval holds %.0f %% (red: it does not)",
                held.units(),
                100 * held.coverage());
    }

    /** Each signal's share in what moves the estimates. */
    public static String importance(TrainedLife trained) {
        var bars = trained.importance().entrySet().stream()
                .sorted(Comparator.comparingDouble(bar -> -bar.getValue()))
                .limit(MOST_BARS)
                .toList();
        double most = Math.max(1e-12, bars.getFirst().getValue());
        int height = TOP + bars.size() * BAR + 20;
        var svg = begin(height, "What moves the estimates, in shares of all");
        int left = 180;
        for (int i = 0; i < bars.size(); i++) {
            double y = TOP + i * BAR;
            double width = (WIDTH - left - 80) * bars.get(i).getValue() / most;
            svg.append(text(left - 8, y + 17, "end", escaped(bars.get(i).getKey())));
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                    left,
                    y + 3,
                    width,
                    BAR - 8,
                    BLUE));
            svg.append(
                    text(left + width + 6, y + 17, "start", number(bars.get(i).getValue())));
        }
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder begin(int height, String title) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"%s\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s",
                WIDTH,
                height,
                escaped(title),
                text(20, 28, "start", escaped(title))));
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                INK,
                words);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, int width) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                width);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
