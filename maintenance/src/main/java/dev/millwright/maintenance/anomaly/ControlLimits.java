package dev.millwright.maintenance.anomaly;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the two statistics of healthy rows end, learned from rows held out: five blocks, each judged by the plane of
 * the other four.
 *
 * @param principal of T2; 0 where the plane has no direction
 * @param residual of what lies off the plane
 */
record ControlLimits(double principal, double residual) {

    static final int BLOCKS = 5;
    private static final double NORMAL_90 = 1.2816;

    /**
     * Limits at some deviations of the normal law.
     *
     * @param rows in deviations of the moving average
     * @param allowance for each signal, by what its deviation grows over a block
     */
    static ControlLimits heldOut(List<double[]> rows, double[] allowance, int kept, double deviations) {
        double[] principal = new double[rows.size()];
        double[] residual = new double[rows.size()];
        for (int b = 0; b < BLOCKS; b++) {
            int from = b * rows.size() / BLOCKS;
            int to = (b + 1) * rows.size() / BLOCKS;
            List<double[]> others = new ArrayList<>(rows.subList(0, from));
            others.addAll(rows.subList(to, rows.size()));
            Plane plane = Plane.of(others, kept);
            for (int i = from; i < to; i++) {
                double[] row = rows.get(i).clone();
                for (int j = 0; j < row.length; j++) {
                    row[j] /= allowance[j];
                }
                principal[i] = plane.principal().of(row);
                residual[i] = plane.residual().of(row);
            }
        }
        return new ControlLimits(kept == 0 ? 0 : limit(principal, deviations), limit(residual, deviations));
    }

    /**
     * The cube root of a sum of squares is nearly normal (Wilson and Hilferty 1931; Jackson and Mudholkar 1979 put
     * their limit of Q on such a power too). Median and spread of the roots name the limit, so that outliers among the
     * rows do not.
     */
    static double limit(double[] statistics, double deviations) {
        double[] roots = new double[statistics.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.cbrt(statistics[i]);
        }
        double center = Quantile.median(roots);
        double upper = (Quantile.of(roots, 0.9) - center) / NORMAL_90;
        double limit = center + deviations * Math.max(Quantile.spread(roots, center), upper);
        // Signals that all stand still leave nothing to learn from: a row counts in their own spreads then.
        return limit > 0 ? limit * limit * limit : deviations * deviations;
    }
}
