package dev.millwright.learning.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values lie along a line.
 *
 * @param from the value at its beginning, {@code to} at its end
 * @param logarithmic whether equal lengths are equal factors; values are above 0 then
 */
record Scale(double from, double to, boolean logarithmic) {
    private static final double NAMES = 5;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int[] IN_A_DECADE = {1, 2, 5};
    private static final double DECADES_FOR_TENS = 2.5;
    private static final double NEARLY = 1e-9;

    static Scale upTo(double most) {
        return new Scale(0, most, false);
    }

    static Scale logarithmic(double from, double to) {
        return new Scale(from, to, true);
    }

    /** The part of the line before a value; one beyond the ends lies at the end. */
    double share(double value) {
        double inside = Math.clamp(value, from, to);
        return logarithmic ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
    }

    /** Round values along it, to be named. */
    List<Double> names() {
        var names = new ArrayList<Double>();
        if (logarithmic) {
            boolean tens = Math.log10(to / from) > DECADES_FOR_TENS;
            for (double ten = Math.pow(10, Math.floor(Math.log10(from))); ten <= to; ten *= 10) {
                for (int part : IN_A_DECADE) {
                    double value = part * ten;
                    if ((part == 1 || !tens) && value >= from * (1 - NEARLY) && value <= to * (1 + NEARLY)) {
                        names.add(value);
                    }
                }
            }
            return names;
        }
        double step = step((to - from) / NAMES);
        for (double value = Math.ceil(from / step - NEARLY) * step; value <= to + NEARLY * step; value += step) {
            names.add(Math.rint(value / step) * step + 0.0); // no zero below zero
        }
        return names;
    }

    private static double step(double least) {
        double ten = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * ten >= least * (1 - NEARLY)) {
                return round * ten;
            }
        }
        return 10 * ten;
    }
}
