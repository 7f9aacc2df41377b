package dev.millwright.learning.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture as SVG, on white paper so that it reads wherever it is shown. */
final class Svg {
    static final int WIDTH = 640;
    static final String INK = "#3b4252";
    static final String GRID = "#d8dee9";
    static final String BLUE = "#2f6f9f";
    static final String RED = "#bf4342";
    /** Beside blue and grey, told apart by those who see no red or no green (Okabe and Ito 2008). */
    static final String ORANGE = "#e69f00";

    static final String GREY = "#8a93a3";
    static final String WHITE = "#ffffff";

    private final StringBuilder text;

    Svg(int height, String title) {
        text = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"%s\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                height,
                escaped(title)));
        text(20, 28, "start", title);
    }

    Svg text(double x, double y, String anchor, String words) {
        return text(x, y, anchor, INK, words);
    }

    Svg text(double x, double y, String anchor, String colour, String words) {
        return add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                escaped(words)));
    }

    /** Words that rise to the right of where they begin. */
    Svg rising(double x, double y, String words) {
        return add(String.format(
                Locale.ROOT,
                "<text transform=\"translate(%.1f %.1f) rotate(-40)\" fill=\"%s\">%s</text>%n",
                x,
                y,
                INK,
                escaped(words)));
    }

    Svg dashed(double x1, double y1, double x2, double y2, String colour) {
        return add(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour));
    }

    /** A line through points of x and y. */
    Svg path(List<double[]> points, String colour, double opacity) {
        var through = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]))
                .collect(Collectors.joining(" "));
        return add(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"%.2f\" stroke-width=\"1.4\"/>%n",
                through,
                colour,
                opacity));
    }

    /** A square on its corner: told from a dot without colours. */
    Svg diamond(double x, double y, double radius, String colour) {
        return add(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz\" fill=\"%s\"/>%n",
                x,
                y - radius,
                radius,
                radius,
                -radius,
                radius,
                -radius,
                -radius,
                colour));
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double opacity) {
        return add(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"%.2f\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                opacity));
    }

    Svg dot(double x, double y, double radius, String colour) {
        return add(String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n", x, y, radius, colour));
    }

    Svg bar(double x, double y, double width, double height) {
        return bar(x, y, width, height, BLUE, 1);
    }

    Svg bar(double x, double y, double width, double height, String colour, double opacity) {
        return add(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"%.2f\"/>%n",
                x,
                y,
                width,
                height,
                colour,
                opacity));
    }

    private Svg add(String made) {
        text.append(made);
        return this;
    }

    String end() {
        return text + "</svg>\n";
    }

    static String number(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
