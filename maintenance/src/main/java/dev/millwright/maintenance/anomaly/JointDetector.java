package dev.millwright.maintenance.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Watches a machine row by row by what is normal for it. A row costs the square of the number of signals, whatever went
 * before; memory does not grow. One thread owns a detector.
 */
public final class JointDetector {

    /** How many times as long as it learned a level is taken to wander on; farther than that is unusual for any. */
    static final double TRUSTED_SPANS = 4;

    private final JointModel model;
    private final double[] coarseness;
    private final Smoother smoother;
    private final double[] scores;
    private final double[] deviations;
    private final double[] row;
    private long age;
    private JointScore latest = new JointScore(0, 0);

    /** Begins right after the rows that were learned, with nothing unusual. */
    public JointDetector(JointModel model) {
        this(model, new double[model.signals().size()]);
    }

    /**
     * The same where small deviations matter less.
     *
     * @param coarseness for each signal, in its own unit: deviations count as multiples of this at most
     */
    public JointDetector(JointModel model, double[] coarseness) {
        int n = model.signals().size();
        if (coarseness.length != n) {
            throw new IllegalArgumentException(
                    "%d coarsenesses were given for %d signals.\nGive one a signal, such as 0."
                            .formatted(coarseness.length, n));
        }
        this.model = model;
        this.coarseness = coarseness.clone();
        this.smoother = model.smoother();
        this.scores = new double[n];
        this.deviations = new double[n];
        this.row = new double[n];
        this.age = model.rows();
    }

    /**
     * Takes the next row.
     *
     * @param values one a signal, in the model's order; NaN where it was not measured
     */
    public JointScore observe(double[] values) {
        if (values.length != scores.length) {
            throw new IllegalArgumentException("A row of %d values came for %d signals.\nGive NaN where one is missing."
                    .formatted(values.length, scores.length));
        }
        for (int j = 0; j < scores.length; j++) {
            scores[j] = model.score(j, values[j]);
        }
        double[] smooth = smoother.take(scores);
        for (int j = 0; j < scores.length; j++) {
            deviations[j] = smooth[j];
            double least = coarseness[j] / model.scale(j).spread();
            row[j] = smooth[j] / Math.max(model.spread(j, age), least);
        }
        age++;
        ControlLimits limits = model.limits();
        double principal = limits.principal() > 0 ? model.plane().principal().of(row) / limits.principal() : 0;
        latest = new JointScore(principal, model.plane().residual().of(row) / limits.residual());
        return latest;
    }

    /** What it watches by. */
    public JointModel model() {
        return model;
    }

    /** What the latest row said. */
    public JointScore latest() {
        return latest;
    }

    /** Which signals speak in the latest row, the loudest first; none where it lies right in the middle. */
    public List<Contribution> contributions() {
        boolean alongPlane = latest.principal() > latest.residual();
        QuadraticForm form =
                alongPlane ? model.plane().principal() : model.plane().residual();
        double[] said = new double[row.length];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            said[j] = form.contribution(row, j);
            sum += said[j];
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int j = 0; j < row.length && sum > 0; j++) {
            contributions.add(new Contribution(model.signals().get(j), said[j] / sum, deviations[j]));
        }
        contributions.sort(Comparator.comparingDouble(Contribution::share).reversed());
        return contributions;
    }
}
