package dev.millwright.learning.life;

import static java.util.Objects.requireNonNull;

import dev.millwright.learning.life.HeldOut.Cut;
import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.ErrorQuantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds how wide intervals must be to hold the lives of units nobody learned from: conformal prediction on units held out
 * whole, apart for kinds of alike expected lives (Vovk, Gammerman and Shafer 2005, Mondrian predictors). Errors are small
 * close to failure and at the cap, and large between.
 */
final class Calibration {
    private static final int MOST_KINDS = 10;
    /** Bands that are less and more sure than asked for are tried, in steps. */
    private static final double LESS_SURE = 0.05;

    private static final double MOST_SURE = 0.99;
    private static final double STEP = 0.005;
    /** A kind has as many cuts as so many units have together. */
    private static final int UNITS_A_KIND = 8;

    /** Every twentieth, and the hundredth at each end: how many lives reach the cap may fall between any two. */
    private static final List<Double> LEVELS = IntStream.rangeClosed(0, 20)
            .mapToObj(step -> Math.clamp(step / 20.0, 0.01, 0.99))
            .toList();

    private Calibration() {}

    /**
     * The band that holds a share of all lives: the narrowest that holds as many of each part of the units as it is to, set
     * by the others. Where units were not held out in parts, or none does, the correction for few of them is all there is.
     *
     * @param cuts how many each unit has
     */
    static ErrorBand of(List<Cut> held, double coverage, int cuts, double cap) {
        var parts = held.stream().map(Cut::part).distinct().sorted().toList();
        for (double level = coverage - LESS_SURE; parts.size() > 1 && level < MOST_SURE; level += STEP) {
            if (held(held, parts, level, cuts, cap) >= coverage) {
                return band(held, level, cuts, cap, false);
            }
        }
        return band(held, coverage, cuts, cap, true);
    }

    /** The share of lives in bands that were set without their own part. */
    private static double held(List<Cut> held, List<Integer> parts, double level, int cuts, double cap) {
        long holds = 0;
        for (int part : parts) {
            var others = held.stream().filter(cut -> cut.part() != part).toList();
            var band = band(others, level, cuts, cap, false);
            holds += held.stream()
                    .filter(cut -> cut.part() == part
                            && band.around(cut.expected(), cap).holds(cut.life()))
                    .count();
        }
        return (double) holds / held.size();
    }

    /**
     * Where no life can miss the band to one side, because none counts as longer than the cap or shorter than nothing, as many
     * more may miss it to the other.
     *
     * @param sure whether to correct for few units
     */
    private static ErrorBand band(List<Cut> held, double coverage, int cuts, double cap, boolean sure) {
        double misses = 1 - coverage;
        var expected = new ArrayList<Double>();
        var below = new ArrayList<Double>();
        var above = new ArrayList<Double>();
        for (var alike : kinds(held, cuts)) {
            ToDoubleFunction<Cut> shorter = cut -> cut.expected() - cut.life();
            ToDoubleFunction<Cut> longer = cut -> cut.life() - cut.expected();
            double up = reach(alike, 1 - misses / 2, longer, sure);
            double missedAbove = share(alike, cut -> cut.life() > Math.min(cap, cut.expected() + up));
            double down = reach(alike, 1 - Math.max(misses / 2, misses - missedAbove), shorter, sure);
            double missedBelow = share(alike, cut -> cut.life() < Math.max(0, cut.expected() - down));
            expected.add(middle(alike));
            below.add(down);
            above.add(reach(alike, 1 - Math.max(misses / 2, misses - missedBelow), longer, sure));
        }
        return new ErrorBand(expected, below, above);
    }

    private static double share(List<Cut> alike, Predicate<Cut> which) {
        return (double) alike.stream().filter(which).count() / alike.size();
    }

    /**
     * How lives are spread around what was expected, as surely as the units that were held out can tell; lives at the cap lie
     * beyond it, however near to it was expected.
     */
    static ErrorQuantiles errors(List<Cut> held, int cuts, double cap) {
        var expected = new ArrayList<Double>();
        var errors = new ArrayList<List<Double>>();
        for (var alike : kinds(held, cuts)) {
            expected.add(middle(alike));
            errors.add(LEVELS.stream().map(level -> error(alike, level, cap)).toList());
        }
        return new ErrorQuantiles(LEVELS, expected, errors);
    }

    private static double error(List<Cut> alike, double level, double cap) {
        ToDoubleFunction<Cut> longer = cut -> cut.life() >= cap ? cap : cut.life() - cut.expected();
        return level < 0.5
                ? -reach(alike, 1 - level, cut -> -longer.applyAsDouble(cut), true)
                : reach(alike, level, longer, true);
    }

    private static List<List<Cut>> kinds(List<Cut> held, int cuts) {
        if (held.isEmpty()) {
            throw new IllegalArgumentException("There is no held-out unit.\nGive two units at least.");
        }
        var sorted =
                held.stream().sorted(Comparator.comparingDouble(Cut::expected)).toList();
        int kinds = Math.clamp(sorted.size() / (UNITS_A_KIND * (long) cuts), 1, MOST_KINDS);
        return IntStream.range(0, kinds)
                .mapToObj(kind -> sorted.subList(kind * sorted.size() / kinds, (kind + 1) * sorted.size() / kinds))
                .toList();
    }

    private static double middle(List<Cut> alike) {
        return alike.get(alike.size() / 2).expected();
    }

    /**
     * How far a share of all lie to one side.
     *
     * @param sure whether to correct for how many cuts there are that do not say the same
     */
    private static double reach(List<Cut> alike, double level, ToDoubleFunction<Cut> away, boolean sure) {
        double share = Math.min(1, sure && level > 0.5 ? level * (1 + 1 / independent(alike, away)) : level);
        var sorted = alike.stream().mapToDouble(away).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /**
     * As how many independent cuts these count, by how alike those of one unit are: from one a unit to all (design effect,
     * Kish 1965; intraclass correlation by analysis of variance).
     */
    static double independent(List<Cut> alike, ToDoubleFunction<Cut> away) {
        var units = alike.stream()
                .collect(Collectors.groupingBy(Cut::unit, TreeMap::new, Collectors.summarizingDouble(away)));
        double n = alike.size();
        double between = units.size() - 1;
        double within = n - units.size();
        if (between < 1 || within < 1) {
            return units.size();
        }
        double mean = alike.stream().mapToDouble(away).average().orElseThrow();
        double betweenSquares = 0;
        double withinSquares = 0;
        double sizes = 0;
        for (var unit : units.values()) {
            betweenSquares += unit.getCount() * (unit.getAverage() - mean) * (unit.getAverage() - mean);
            sizes += (double) unit.getCount() * unit.getCount();
        }
        for (var cut : alike) {
            double own = away.applyAsDouble(cut)
                    - requireNonNull(units.get(cut.unit())).getAverage();
            withinSquares += own * own;
        }
        double size = (n - sizes / n) / between;
        double spread = betweenSquares / between;
        double rest = withinSquares / within;
        double correlation = spread <= 0 ? 0 : Math.clamp((spread - rest) / (spread + (size - 1) * rest), 0, 1);
        return n / (1 + (n / units.size() - 1) * correlation);
    }
}
