package dev.millwright.bench.scheduling;

import java.util.List;
import java.util.Locale;

/** Gap over time as an SVG, a line for each contestant; time on a logarithmic axis; readable on light and dark. */
final class GapPicture {

    private static final int WIDTH = 760;
    private static final int PLOT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TITLE = 44;
    private static final int LEGEND = 20;
    private static final int FOOT = 56;
    private static final double FIRST_SECOND = 0.01;
    private static final List<String> COLOURS = List.of("#3b82f6", "#f97316", "#10b981", "#a855f7", "#ef4444");
    private static final String STYLE = """
              <style>
                text { font: 13px system-ui, sans-serif; fill: #1f2937; }
                .title { font-size: 15px; font-weight: 600; }
                .ground { fill: #ffffff; }
                .grid { stroke: #9ca3af; stroke-opacity: 0.35; }
                .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
                @media (prefers-color-scheme: dark) { text { fill: #e5e7eb; } .ground { fill: #0d1117; } }
              </style>
            """;

    private final List<GapCurve> curves;
    private final double lastSecond;
    private final double highest;
    private final int top;
    private final int bottom;
    private final StringBuilder svg = new StringBuilder();

    private GapPicture(List<GapCurve> curves, double lastSecond) {
        this.curves = curves;
        top = TITLE + LEGEND * curves.size();
        bottom = top + PLOT;
        this.lastSecond = Math.max(lastSecond, 10 * FIRST_SECOND);
        highest = ceiling(curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(GapCurve.Point::gap)
                .max()
                .orElse(1));
    }

    /** @param lastSecond the limit, where the time axis ends */
    static String of(String title, List<GapCurve> curves, double lastSecond) {
        return new GapPicture(curves, lastSecond).draw(title);
    }

    private String draw(String title) {
        add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                bottom + FOOT,
                escaped(title)));
        svg.append(STYLE);
        add(String.format(Locale.ROOT, "  <rect class=\"ground\" width=\"100%%\" height=\"100%%\"/>"));
        text(LEFT, 24, "start", "title", title);
        gapAxis();
        timeAxis();
        for (int i = 0; i < curves.size(); i++) {
            curve(curves.get(i), COLOURS.get(i % COLOURS.size()));
            legend(curves.get(i), COLOURS.get(i % COLOURS.size()), TITLE + LEGEND * i);
        }
        add("</svg>");
        return svg.toString();
    }

    private void gapAxis() {
        double step = highest / 5;
        for (int i = 0; i <= 5; i++) {
            double y = y(i * step);
            add(String.format(
                    Locale.ROOT,
                    "  <line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    y));
            text(LEFT - 8, y + 4, "end", "tick", number(i * step) + " %");
        }
    }

    private void timeAxis() {
        for (double second = FIRST_SECOND; second < lastSecond * 0.7; second *= 10) {
            tick(second);
        }
        tick(lastSecond);
        text(
                (LEFT + WIDTH - RIGHT) / 2.0,
                bottom + 44,
                "middle",
                "axis",
                "seconds (logarithmic); mean gap to the best known value");
    }

    private void tick(double second) {
        add(String.format(
                Locale.ROOT,
                "  <line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                x(second),
                top,
                x(second),
                bottom));
        text(x(second), bottom + 20, "middle", "tick", number(second));
    }

    private void curve(GapCurve curve, String colour) {
        if (curve.points().isEmpty()) {
            return;
        }
        var path = new StringBuilder();
        for (var point : curve.points()) {
            path.append(
                    path.isEmpty()
                            ? String.format(Locale.ROOT, "M%.1f %.1f", x(point.seconds()), y(point.gap()))
                            : String.format(Locale.ROOT, "H%.1fV%.1f", x(point.seconds()), y(point.gap())));
        }
        path.append(String.format(Locale.ROOT, "H%.1f", x(lastSecond)));
        add(String.format(Locale.ROOT, "  <path class=\"line\" stroke=\"%s\" d=\"%s\"/>", colour, path));
    }

    private void legend(GapCurve curve, String colour, int y) {
        add(String.format(
                Locale.ROOT,
                "  <rect x=\"%d\" y=\"%d\" width=\"18\" height=\"4\" rx=\"2\" fill=\"%s\"/>",
                LEFT,
                y - 4,
                colour));
        var end = curve.points().isEmpty()
                ? "nothing solved"
                : String.format(
                        Locale.ROOT,
                        "%.2f %% at the end",
                        curve.points().getLast().gap());
        text(
                LEFT + 26,
                y + 2,
                "start",
                "legend",
                "%s: %s (%d of %d instances solved)".formatted(curve.solver(), end, curve.solved(), curve.tried()));
    }

    private void text(double x, double y, String anchor, String kind, String words) {
        add(String.format(
                Locale.ROOT,
                "  <text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                kind,
                x,
                y,
                anchor,
                escaped(words)));
    }

    private double x(double second) {
        double share = Math.log(second / FIRST_SECOND) / Math.log(lastSecond / FIRST_SECOND);
        return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double gap) {
        return bottom - Math.clamp(gap / highest, 0, 1) * PLOT;
    }

    /** The next of 1, 2, 2.5, 5 times a power of ten. */
    static double ceiling(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 0.01))));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (value <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** A number without needless digits. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void add(String element) {
        svg.append(element).append('\n');
    }
}
