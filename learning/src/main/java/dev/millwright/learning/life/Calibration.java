package dev.millwright.learning.life;

import dev.millwright.maintenance.life.Widening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds by how much intervals must be widened: conformalised quantile regression (Romano, Patterson and Candes 2019) on
 * units held out whole, apart for short, middling and long lives (Mondrian).
 */
final class Calibration {
    /** Where short and middling lives end, in shares of the cap. */
    private static final List<Double> KINDS = List.of(0.4, 0.8, Double.POSITIVE_INFINITY);
    /** A kind with fewer units than this is calibrated with all the others. */
    private static final int FEWEST_UNITS = 10;

    private Calibration() {}

    /** @param units how many units were held out; with few of them the interval has to be wider to be sure */
    static Widening of(List<HeldOut.Cut> held, double coverage, double cap, int units) {
        var by = new ArrayList<Double>();
        double from = Double.NEGATIVE_INFINITY;
        for (double share : KINDS) {
            double low = from;
            double to = share * cap;
            var kind = held.stream()
                    .filter(cut -> cut.middle() >= low && cut.middle() < to)
                    .toList();
            double weight = kind.stream().mapToDouble(HeldOut.Cut::weight).sum();
            by.add(weight < FEWEST_UNITS ? quantile(held, coverage, units) : quantile(kind, coverage, weight));
            from = to;
        }
        return new Widening(KINDS.stream().map(share -> share * cap).toList(), by);
    }

    /** What so large a share of units misses by at most, with the correction for their number. */
    private static double quantile(List<HeldOut.Cut> held, double coverage, double units) {
        var sorted = held.stream()
                .sorted(Comparator.comparingDouble(HeldOut.Cut::miss))
                .toList();
        double total = sorted.stream().mapToDouble(HeldOut.Cut::weight).sum();
        double wanted = Math.min(1, coverage * (1 + 1 / units)) * total;
        double sum = 0;
        for (var cut : sorted) {
            sum += cut.weight();
            if (sum >= wanted - 1e-9) {
                return cut.miss();
            }
        }
        throw new IllegalArgumentException("There is no held-out unit.\nGive two units at least.");
    }
}
