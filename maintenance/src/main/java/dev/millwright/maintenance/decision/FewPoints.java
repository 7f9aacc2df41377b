package dev.millwright.maintenance.decision;

import java.util.BitSet;

/** Leaves out points of a line that a straight one between the others says as well (Ramer 1972, Douglas and Peucker 1973). */
final class FewPoints {
    private final double[] x;
    private final double[] y;
    private final double tolerance;
    private final BitSet kept = new BitSet();

    private FewPoints(double[] x, double[] y, double tolerance) {
        this.x = x;
        this.y = y;
        this.tolerance = tolerance;
    }

    /** The places of points that stay: the first, the last, and all that lie farther off than the tolerance. */
    static int[] of(double[] x, double[] y, double tolerance) {
        var line = new FewPoints(x, y, tolerance);
        line.kept.set(0);
        line.kept.set(x.length - 1);
        line.keep(0, x.length - 1);
        return line.kept.stream().toArray();
    }

    private void keep(int from, int to) {
        int farthest = -1;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double straight = y[from] + (y[to] - y[from]) * (x[i] - x[from]) / (x[to] - x[from]);
            double away = Math.abs(y[i] - straight);
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        if (farthest > 0) {
            kept.set(farthest);
            keep(from, farthest);
            keep(farthest, to);
        }
    }
}
