package dev.millwright.learning.plots;

import dev.millwright.learning.life.FailureHeldOut;
import dev.millwright.learning.life.HeldOut;
import dev.millwright.learning.life.ModeHeldOut;
import dev.millwright.learning.life.ProbabilityIntegral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whether what a model says of chances is true of machines it has not seen, as SVG: what it says over what came. */
public final class CalibrationPlots {
    private static final int HEIGHT = 380;
    private static final int TOP = 80;
    private static final int SIDE = 225;
    private static final int LEFT = 60;
    private static final int RIGHT = 385;
    private static final int BINS = 10;
    /** Nine true shares in ten lie within so many standard deviations. */
    private static final double NINE_IN_TEN = 1.645;

    private CalibrationPlots() {}

    /** A probability that was said, and whether it came true. */
    public record Said(double probability, boolean came) {}

    /** Of lives of machines held out: how many came within intervals of each level, and where in their distributions. */
    public static String lives(HeldOut held) {
        return lives("Machines held out", held.units(), held.judged());
    }

    /**
     * The same of any machines.
     *
     * @param whose machines they are, and who expects
     */
    public static String lives(String whose, int machines, List<HeldOut.Judged> judged) {
        var came = ProbabilityIntegral.of(judged);
        var svg = new Svg(HEIGHT, whose + ": are lives where they were said to be?");
        var coverage = diagonal(svg, "interval said to hold (nominal level)", "holds (coverage)");
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
        var places = new Axes(RIGHT, TOP, SIDE, SIDE, 1, most);
        places.draw(svg, "place of the true life in what was said", "share of lives (dashed: ideal)");
        histogram(svg, places, shares);
        svg.dashed(RIGHT, places.y(1.0 / BINS), RIGHT + SIDE, places.y(1.0 / BINS), Svg.RED);
        return svg.text(
                        20,
                        HEIGHT - 12,
                        "start",
                        String.format(
                                Locale.ROOT,
                                "%d machines, %d rows; coverage is off by %.1f points on average",
                                machines,
                                judged.size(),
                                100 * came.error()))
                .end();
    }

    /** Of failures within a horizon. */
    public static String failures(FailureHeldOut held) {
        return said(
                "Machines held out: do failures come as often as was said?",
                held.judged().stream()
                        .map(judged -> new Said(judged.probability(), judged.failed()))
                        .toList(),
                String.format(
                        Locale.ROOT,
                        "%d machines, %d rows; squared error %.3g (by age alone %.3g)",
                        held.units(),
                        held.judged().size(),
                        held.quality().brier(),
                        held.ageBrier()));
    }

    /** Of failures within a horizon, by mode: what was said of each mode, all modes together. */
    public static String modes(ModeHeldOut held) {
        var said = new ArrayList<Said>();
        for (var judged : held.judged()) {
            for (int mode = 1; mode < judged.probabilities().size(); mode++) {
                said.add(new Said(judged.probabilities().get(mode), judged.came() == mode));
            }
        }
        return said(
                "Machines held out: do failures of a mode come as often as was said?",
                said,
                String.format(
                        Locale.ROOT,
                        "%d machines, %d rows, all modes; squared error %.3g (by age alone %.3g)",
                        held.units(),
                        held.judged().size(),
                        held.brier(),
                        held.ageBrier()));
    }

    /** How many came true of those said to be so likely, a tenth of the probabilities a point; and how often each was said. */
    public static String said(String title, List<Said> all, String caption) {
        var svg = new Svg(HEIGHT, title);
        var axes = diagonal(svg, "probability said", "share that came true (bars: 90 %)");
        var bins = IntStream.range(0, BINS).mapToObj(_ -> new ArrayList<Said>()).toList();
        all.forEach(each ->
                bins.get(Math.min(BINS - 1, (int) (each.probability() * BINS))).add(each));
        for (var bin : bins) {
            if (!bin.isEmpty()) {
                point(svg, axes, bin);
            }
        }
        var often = new Axes(
                RIGHT, TOP, SIDE, SIDE, Scale.upTo(1), Scale.logarithmic(1, 10 * Math.max(1, all.size() / 10.0)));
        often.draw(svg, "probability said", "rows (logarithmic)");
        histogram(svg, often, bins.stream().mapToDouble(List::size).toArray());
        return svg.text(20, HEIGHT - 12, "start", caption).end();
    }

    /** Where the share that came true lies, by Wilson's interval (1927). */
    private static void point(Svg svg, Axes axes, List<Said> bin) {
        double said = bin.stream().mapToDouble(Said::probability).average().orElseThrow();
        double n = bin.size();
        double came = bin.stream().filter(Said::came).count() / n;
        double z = NINE_IN_TEN * NINE_IN_TEN / n;
        double middle = (came + z / 2) / (1 + z);
        double half = NINE_IN_TEN * Math.sqrt(came * (1 - came) / n + z / n / 4) / (1 + z);
        svg.line(axes.x(said), axes.y(middle - half), axes.x(said), axes.y(middle + half), Svg.BLUE, 1);
        svg.dot(axes.x(said), axes.y(came), 4, Svg.BLUE);
    }

    private static Axes diagonal(Svg svg, String below, String beside) {
        var axes = new Axes(LEFT, TOP, SIDE, SIDE, 1, 1);
        axes.draw(svg, below, beside);
        svg.line(axes.x(0), axes.y(0), axes.x(1), axes.y(1), Svg.INK, 1);
        return axes;
    }

    private static void histogram(Svg svg, Axes axes, double[] heights) {
        for (int bin = 0; bin < BINS; bin++) {
            double y = axes.y(heights[bin]);
            svg.bar(axes.x((double) bin / BINS) + 1, y, SIDE / (double) BINS - 2, axes.bottom() - y);
        }
    }
}
