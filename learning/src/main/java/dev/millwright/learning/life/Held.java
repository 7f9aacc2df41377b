package dev.millwright.learning.life;

import dev.millwright.learning.life.HeldOut.Cut;
import java.util.List;

/**
 * A held-out unit at one of its rows, as trees and networks judge it.
 *
 * @param byTrees what trees expect, and what was true
 * @param byNetworks what networks expect; the same where there are none
 */
record Held(Cut byTrees, double byNetworks) {
    private static final int STEPS = 10;

    /** The weighted mean of both. */
    Cut blended(double networkShare) {
        return new Cut(
                byTrees.unit(),
                byTrees.part(),
                byTrees.age(),
                (1 - networkShare) * byTrees.expected() + networkShare * byNetworks,
                byTrees.life(),
                byTrees.byMeanLife());
    }

    /** How much networks should weigh, in tenths, for the least squares of errors on units held out (stacking, Wolpert 1992). */
    static double bestShare(List<Held> held) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            double squares = held.stream()
                    .map(each -> each.blended(share))
                    .mapToDouble(cut -> (cut.expected() - cut.life()) * (cut.expected() - cut.life()))
                    .sum();
            if (squares < least) {
                least = squares;
                best = share;
            }
        }
        return best;
    }
}
