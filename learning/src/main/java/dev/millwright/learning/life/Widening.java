package dev.millwright.learning.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * By how much intervals are widened, or narrowed, so that they hold the lives of units nobody learned from: conformalised
 * quantile regression (Romano, Patterson and Candes 2019), apart for short, middling and long lives (Mondrian).
 *
 * @param until where each kind of life ends, by the middle of the interval; the last has no end
 * @param by cycles to add on both sides
 */
public record Widening(List<Double> until, List<Double> by) {
    private static final List<Double> KINDS = List.of(50.0, 100.0, Double.POSITIVE_INFINITY);
    private static final int FEWEST_UNITS = 10;

    /**
     * A held-out unit at one of its cycles.
     *
     * @param weight its share of its unit, so that each unit counts once
     */
    record Judged(double middle, double miss, double weight) {}

    public Widening {
        until = List.copyOf(until);
        by = List.copyOf(by);
    }

    /** @param units how many units were held out; with few of them the interval has to be wider to be sure */
    static Widening of(List<Judged> held, double coverage, int units) {
        var by = new ArrayList<Double>();
        double from = Double.NEGATIVE_INFINITY;
        for (double to : KINDS) {
            double low = from;
            var kind = held.stream()
                    .filter(each -> each.middle() >= low && each.middle() < to)
                    .toList();
            double weight = kind.stream().mapToDouble(Judged::weight).sum();
            by.add(weight < FEWEST_UNITS ? quantile(held, coverage, units) : quantile(kind, coverage, weight));
            from = to;
        }
        return new Widening(KINDS, by);
    }

    /** What so large a share of units misses by at most, with the correction for their number. */
    private static double quantile(List<Judged> held, double coverage, double units) {
        var sorted =
                held.stream().sorted(Comparator.comparingDouble(Judged::miss)).toList();
        double total = sorted.stream().mapToDouble(Judged::weight).sum();
        double wanted = Math.min(1, coverage * (1 + 1 / units)) * total;
        double sum = 0;
        for (var each : sorted) {
            sum += each.weight();
            if (sum >= wanted - 1e-9) {
                return each.miss();
            }
        }
        throw new IllegalArgumentException("There is no held-out unit.\nGive two units at least.");
    }

    /** The widening for an interval with this middle. */
    double at(double middle) {
        for (int kind = 0; kind < by.size(); kind++) {
            if (middle < until.get(kind)) {
                return by.get(kind);
            }
        }
        return by.getLast();
    }
}
