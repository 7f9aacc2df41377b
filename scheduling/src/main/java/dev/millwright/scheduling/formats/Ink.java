package dev.millwright.scheduling.formats;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour of a chart, on light and on dark ground.
 *
 * @param name its class in SVG
 */
record Ink(String name, String light, String dark) {
    static final Ink GROUND = new Ink("ground", "#ffffff", "#0d1117");
    static final Ink WORDS = new Ink("words", "#1f2937", "#e5e7eb");
    static final Ink FAINT = new Ink("faint", "#6b7280", "#9ca3af");
    static final Ink GRID = new Ink("grid", "#e5e7eb", "#2b313b");
    static final Ink DAY = new Ink("day", "#9ca3af", "#6b7280");
    static final Ink BREAK = new Ink("break", "#f1f2f4", "#1a2029");
    static final Ink DOWN = new Ink("down", "#d1d5db", "#3b4350");
    static final Ink MAINTENANCE = new Ink("maintenance", "#64748b", "#94a3b8");
    static final Ink LATE = new Ink("late", "#dc2626", "#f87171");
    static final Ink NOW = new Ink("now", "#2563eb", "#60a5fa");
    static final Ink ON_BAR = new Ink("on-bar", "#111827", "#111827");

    /** By so much of the circle each job's hue differs from the one before: neighbours never look alike. */
    private static final double GOLDEN = 0.618_033_988_749_895;

    /** Dark letters are easy to read on it. */
    private static final double PALE = 0.62;

    /** The colour of a job, pale enough for dark letters and clear on both grounds. */
    static Ink job(int number) {
        float hue = (float) ((0.58 + number * GOLDEN) % 1);
        float saturation = number / 3 % 2 == 0 ? 0.38f : 0.52f;
        float brightness = number % 3 == 2 ? 0.82f : 0.93f;
        var colour = new Color(Color.HSBtoRGB(hue, saturation, brightness));
        while (lightness(colour) < PALE) {
            colour = new Color(paler(colour.getRed()), paler(colour.getGreen()), paler(colour.getBlue()));
        }
        var code = String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
        return new Ink("j" + number, code, code);
    }

    /** How light a colour seems, 0 to 1: eyes see green best and blue least (Rec. 601). */
    private static double lightness(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }

    private static int paler(int share) {
        return share + (255 - share + 7) / 8;
    }
}
