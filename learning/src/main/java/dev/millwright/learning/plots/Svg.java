package dev.millwright.learning.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A picture as SVG, on white paper so that it reads wherever it is shown. */
final class Svg {
    static final int WIDTH = 640;
    static final String INK = "#3b4252";
    static final String GRID = "#d8dee9";
    static final String BLUE = "#2f6f9f";
    static final String RED = "#bf4342";

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
        return add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                INK,
                escaped(words)));
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
        return add(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                BLUE));
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
