package dev.millwright.learning.plots;

import dev.millwright.learning.life.FailureHeldOut;
import dev.millwright.learning.life.HeldOut;
import dev.millwright.learning.life.ProbabilityIntegral;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Whether what a model says of chances is true of machines held out, as SVG: what it says over what came. */
public final class CalibrationPlots {
    private static final int HEIGHT = 380;
    private static final int TOP = 80;
    private static final int SIDE = 225;
    private static final int LEFT = 60;
    private static final int RIGHT = 385;
    private static final int BINS = 10;

    private CalibrationPlots() {}

    /** Of lives: how many came within intervals of each level, and where in their distributions. */
    public static String lives(HeldOut held) {
        var came = ProbabilityIntegral.of(held);
        var svg = new Svg(HEIGHT, "Machines held out: are lives where they were said to be?");
        var coverage = diagonal(svg, LEFT, "interval said to hold", "holds");
        for (int level = 1; level < BINS; level++) {
            double nominal = (double) level / BINS;
            svg.dot(coverage.x(nominal), coverage.y(came.coverage(nominal)), 4, Svg.BLUE);
        }
        var shares = new double[BINS];
        double most = 2.0 / BINS;
        for (int bin = 0; bin < BINS; bin++) {
            shares[bin] = came.upTo((bin + 1.0) / BINS) - came.upTo((double) bin / BINS);
            most = Math.max(most, shares[bin]);
        }
        histogram(
                svg, shares, most, "place of the true life in what was said", "share of lives (line: as it should be)");
        svg.line(RIGHT, y(1.0 / BINS, most), RIGHT + SIDE, y(1.0 / BINS, most), Svg.RED, 1);
        return svg.text(
                        20,
                        HEIGHT - 12,
                        "start",
                        String.format(
                                Locale.ROOT,
                                "%d machines, %d rows; coverage is off by %.1f points on average",
                                held.units(),
                                held.judged().size(),
                                100 * came.error()))
                .end();
    }

    /** Of failures within a horizon: how many came of those said to be so likely, a tenth of all rows a point. */
    public static String failures(FailureHeldOut held) {
        var svg = new Svg(HEIGHT, "Machines held out: do failures come as often as was said?");
        var axes = diagonal(svg, LEFT, "probability said", "came true");
        var sorted = held.judged().stream()
                .sorted(Comparator.comparingDouble(FailureHeldOut.Judged::probability))
                .toList();
        var shares = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            var alike = sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS);
            if (!alike.isEmpty()) {
                svg.dot(axes.x(said(alike)), axes.y(came(alike)), 4, Svg.BLUE);
            }
        }
        for (var judged : sorted) {
            shares[Math.min(BINS - 1, (int) (judged.probability() * BINS))] += 1.0 / sorted.size();
        }
        histogram(svg, shares, 1, "probability said", "share of rows");
        return svg.text(
                        20,
                        HEIGHT - 12,
                        "start",
                        String.format(
                                Locale.ROOT,
                                "%d machines, %d rows; squared error %.3g (by age alone %.3g)",
                                held.units(),
                                sorted.size(),
                                held.quality().brier(),
                                held.ageBrier()))
                .end();
    }

    private static double said(List<FailureHeldOut.Judged> alike) {
        return alike.stream()
                .mapToDouble(FailureHeldOut.Judged::probability)
                .average()
                .orElseThrow();
    }

    private static double came(List<FailureHeldOut.Judged> alike) {
        return (double) alike.stream().filter(FailureHeldOut.Judged::failed).count() / alike.size();
    }

    private static Axes diagonal(Svg svg, int left, String below, String beside) {
        var axes = new Axes(left, TOP, SIDE, SIDE, 1, 1);
        axes.draw(svg, below, beside);
        svg.line(axes.x(0), axes.y(0), axes.x(1), axes.y(1), Svg.INK, 1);
        return axes;
    }

    private static void histogram(Svg svg, double[] shares, double most, String below, String beside) {
        var axes = new Axes(RIGHT, TOP, SIDE, SIDE, 1, most);
        axes.draw(svg, below, beside);
        for (int bin = 0; bin < BINS; bin++) {
            double y = axes.y(shares[bin]);
            svg.bar(axes.x((double) bin / BINS) + 1, y, SIDE / (double) BINS - 2, axes.y(0) - y);
        }
    }

    private static double y(double share, double most) {
        return new Axes(RIGHT, TOP, SIDE, SIDE, 1, most).y(share);
    }
}
