package dev.millwright.scheduling.formats;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws an SVG that follows the reader's light or dark ground. */
final class SvgCanvas implements Canvas {
    private final StringBuilder body = new StringBuilder();
    private final Map<String, Ink> used = new TreeMap<>();
    private String hatched = "";

    /** The whole picture. */
    String picture(String title, int width, int height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                text { font-family: system-ui, "DejaVu Sans", sans-serif; }
                .frame { stroke-width: 2; fill: none; }
                %s
                @media (prefers-color-scheme: dark) {
                %s
                }
                </style>
                %s%s</svg>
                """.formatted(
                        width, height, width, height, escaped(title), classes(false), classes(true), pattern(), body);
    }

    private String classes(boolean dark) {
        return used.values().stream()
                .filter(ink -> !dark || !ink.dark().equals(ink.light()))
                .map(ink -> {
                    var colour = dark ? ink.dark() : ink.light();
                    return ".%s { fill: %s; } .s-%s { stroke: %s; }".formatted(ink.name(), colour, ink.name(), colour);
                })
                .collect(Collectors.joining("\n"));
    }

    private String pattern() {
        return hatched.isEmpty() ? "" : """
                <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" class="s-%s" stroke-width="2"/>\
                </pattern></defs>
                """.formatted(hatched);
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink ink) {
        add("<rect class=\"" + name(ink) + "\"" + box(x, y, width, height) + "/>");
    }

    @Override
    public void hatch(double x, double y, double width, double height, Ink ink) {
        hatched = name(ink);
        add("<rect fill=\"url(#hatch)\"" + box(x, y, width, height) + "/>");
    }

    @Override
    public void frame(double x, double y, double width, double height, Ink ink) {
        var inside = box(x + 1, y + 1, Math.max(0.5, width - 2), height - 2);
        add("<rect class=\"frame s-" + name(ink) + "\"" + inside + "/>");
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        add("<line class=\"s-" + name(ink) + "\"" + number("x1", x1) + number("y1", y1) + number("x2", x2)
                + number("y2", y2) + "/>");
    }

    @Override
    public void mark(double x, double y, Ink ink) {
        add(String.format(Locale.ROOT, "<path class=\"%s\" d=\"M%.1f %.1fl-4 -7h8z\"/>", name(ink), x, y));
    }

    @Override
    public void text(double x, double y, String words, int size, Anchor anchor, Ink ink) {
        add("<text class=\"" + name(ink) + "\"" + number("x", x) + number("y", y) + " font-size=\"" + size
                + "\" text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + "\">" + escaped(words) + "</text>");
    }

    @Override
    public void hint(String words) {
        body.append("<g><title>").append(escaped(words)).append("</title>");
    }

    @Override
    public void endHint() {
        body.append("</g>\n");
    }

    private String name(Ink ink) {
        used.put(ink.name(), ink);
        return ink.name();
    }

    private static String box(double x, double y, double width, double height) {
        return number("x", x) + number("y", y) + number("width", width) + number("height", height);
    }

    private static String number(String attribute, double value) {
        return String.format(Locale.ROOT, " %s=\"%.1f\"", attribute, value);
    }

    private void add(String element) {
        body.append(element).append('\n');
    }

    /** Escapes markup, and leaves out what no XML may hold. */
    static String escaped(String words) {
        return words.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }
}
