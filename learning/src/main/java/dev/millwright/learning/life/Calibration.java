package dev.millwright.learning.life;

import dev.millwright.learning.life.HeldOut.Cut;
import dev.millwright.maintenance.life.ErrorBand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds how wide intervals must be to hold the lives of units nobody learned from: conformal prediction on units held out
 * whole, apart for kinds of alike expected lives (Vovk, Gammerman and Shafer 2005, Mondrian predictors). Errors are small
 * close to failure and at the cap, and large between.
 */
final class Calibration {
    private static final int MOST_KINDS = 10;
    /** A kind has as many cuts as so many units have together. */
    private static final int UNITS_A_KIND = 8;

    private Calibration() {}

    /** @param cuts how many each unit has */
    static ErrorBand of(List<Cut> held, double coverage, int cuts) {
        if (held.isEmpty()) {
            throw new IllegalArgumentException("There is no held-out unit.\nGive two units at least.");
        }
        var sorted =
                held.stream().sorted(Comparator.comparingDouble(Cut::expected)).toList();
        int kinds = Math.clamp(sorted.size() / (UNITS_A_KIND * (long) cuts), 1, MOST_KINDS);
        var expected = new ArrayList<Double>();
        var below = new ArrayList<Double>();
        var above = new ArrayList<Double>();
        for (int kind = 0; kind < kinds; kind++) {
            var alike = sorted.subList(kind * sorted.size() / kinds, (kind + 1) * sorted.size() / kinds);
            expected.add(alike.get(alike.size() / 2).expected());
            below.add(reach(alike, coverage, cut -> cut.expected() - cut.life()));
            above.add(reach(alike, coverage, cut -> cut.life() - cut.expected()));
        }
        return new ErrorBand(expected, below, above);
    }

    /** How far nearly all lie to one side, with the correction for how many different units there are. */
    private static double reach(List<Cut> alike, double coverage, ToDoubleFunction<Cut> away) {
        long units = alike.stream().map(Cut::unit).distinct().count();
        double share = Math.min(1, (1 + coverage) / 2 * (1 + 1.0 / units));
        var sorted = alike.stream().mapToDouble(away).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
