package dev.millwright.learning.life;

import dev.millwright.learning.life.HeldOut.Cut;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The expected life below which an alarm is raised, chosen on units held out.
 *
 * <p>As many false alarms as are allowed on those units would be too many on every second set of new ones. So each promise is
 * measured in standard errors from being broken, and the threshold is where the nearer one is farthest. Rows of one unit are
 * alike, so errors are counted by unit (ratio estimator of clusters, Cochran 1977), with one invented unit that is half
 * wrong: none seen is not never. Units as new, at the cap, ring for no threshold; so false alarms are promised to those whose
 * wear shows, and hold for any mixture of the two.
 */
final class AlarmThreshold {
    private static final int STEPS = 30;

    private final List<Cut> cuts;
    private final double within;
    private final double cap;

    private AlarmThreshold(List<Cut> cuts, double within, double cap) {
        this.cuts = cuts;
        this.within = within;
        this.cap = cap;
    }

    /**
     * Where to begin.
     *
     * @param within an alarm says that a unit fails within this
     * @param cap lives of cuts count as this at most
     */
    static double of(List<Cut> cuts, double within, double cap, AlarmChoice choice) {
        var search = new AlarmThreshold(cuts, within, cap);
        double best = within;
        double most = Double.NEGATIVE_INFINITY;
        for (int step = STEPS / 2; step <= 2 * STEPS; step++) {
            double below = within * step / STEPS;
            double worth =
                    switch (choice) {
                        case AlarmChoice.Bounded(var missed, var falseAlarms) ->
                            Math.min(search.margin(below, true, missed), search.margin(below, false, falseAlarms));
                        case AlarmChoice.ByCost(var miss, var falseAlarm) ->
                            -miss * search.wrong(below, true) - falseAlarm * search.wrong(below, false);
                    };
            if (worth > most) {
                most = worth;
                best = below;
            }
        }
        return best;
    }

    private boolean isWrong(Cut cut, double below) {
        return cut.expected() < below != isSoon(cut);
    }

    private boolean isSoon(Cut cut) {
        return cut.life() <= within;
    }

    private long wrong(double below, boolean soon) {
        return cuts.stream()
                .filter(cut -> isSoon(cut) == soon && isWrong(cut, below))
                .count();
    }

    /** By how many standard errors the share of wrong answers stays below its bound. */
    private double margin(double below, boolean soon, double bound) {
        var units = new TreeMap<String, int[]>();
        for (var cut : cuts) {
            if (isSoon(cut) == soon && (soon || cut.life() < cap)) {
                var counts = units.computeIfAbsent(cut.unit(), _ -> new int[2]);
                counts[0]++;
                counts[1] += isWrong(cut, below) ? 1 : 0;
            }
        }
        return margin(units.values(), bound);
    }

    private static double margin(Collection<int[]> units, double bound) {
        double all = 1 + units.stream().mapToInt(counts -> counts[0]).sum();
        double share = (0.5 + units.stream().mapToInt(counts -> counts[1]).sum()) / all;
        double squares = (0.5 - share) * (0.5 - share);
        for (var counts : units) {
            double residual = counts[1] - share * counts[0];
            squares += residual * residual;
        }
        return squares == 0 ? 0 : (bound - share) * all / Math.sqrt(squares);
    }
}
