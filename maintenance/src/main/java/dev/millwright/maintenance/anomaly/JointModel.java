package dev.millwright.maintenance.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What normal running of a machine looks like in all its signals together, learned from its first rows: a robust scale
 * for each signal, how its level wanders, the principal plane of their moving averages (a MEWMA chart: Lowry and others
 * 1992), and control limits on rows held out. Plain data; a {@link JointDetector} watches by it.
 */
public final class JointModel {

    /** Rows below which nothing is learned. */
    public static final int FEWEST_ROWS = 100;
    /** Rows needed for each signal: fewer cannot tell how all of them go together. */
    public static final int ROWS_A_SIGNAL = 4;
    /** A signal measured in fewer rows than this is not watched. */
    private static final double LEAST_MEASURED = 0.5;
    /** Deviations that a single learned row counts at most. */
    private static final double WILD = 5;
    /** Deviations that a smoothed row counts at most where spreads are learned. */
    private static final double MOST = 3.5;

    private static final double LEAST_SPREAD = 1e-3;

    private final List<String> signals;
    private final AnomalySettings settings;
    private final int rows;
    private final SignalScale[] scales;
    private final boolean[] watched;
    private final double[] wander;
    private final double[] spreads;
    private final Plane plane;
    private final ControlLimits limits;

    private JointModel(List<String> signals, double[][] rows, AnomalySettings settings) {
        int n = signals.size();
        this.signals = List.copyOf(signals);
        this.settings = settings;
        this.rows = rows.length;
        scales = new SignalScale[n];
        watched = new boolean[n];
        wander = new double[n];
        spreads = new double[n];
        double[][] scores = new double[rows.length][n];
        for (int j = 0; j < n; j++) {
            learn(j, rows, scores);
        }
        List<double[]> smooth = smoothed(scores);
        double[] allowance = new double[n];
        for (int j = 0; j < n; j++) {
            spreads[j] = spread(smooth, j);
            double grown = wander[j] * rows.length / ControlLimits.BLOCKS;
            allowance[j] = Math.sqrt(1 + grown / (spreads[j] * spreads[j]));
        }
        for (double[] row : smooth) {
            for (int j = 0; j < n; j++) {
                row[j] /= spreads[j];
            }
        }
        plane = Plane.of(smooth);
        limits = ControlLimits.heldOut(smooth, allowance, plane.kept(), settings.limitDeviations());
    }

    /**
     * Learns from rows of normal running, oldest first; a few outliers among them do no harm.
     *
     * @param rows one value a signal, NaN where it was not measured; {@link #fewestRows} of them or more
     * @throws IllegalArgumentException where rows are too few or of another width, with what would do
     */
    public static JointModel learn(List<String> signals, double[][] rows, AnomalySettings settings) {
        int fewest = fewestRows(signals.size());
        if (signals.isEmpty() || rows.length < fewest) {
            throw new IllegalArgumentException(
                    "%d rows of %d signals are too few to learn from.\nGive one signal or more, and %d rows or more."
                            .formatted(rows.length, signals.size(), fewest));
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != signals.size()) {
                throw new IllegalArgumentException(
                        "Row %d has %d values for %d signals.\nGive NaN where one is missing."
                                .formatted(i + 1, rows[i].length, signals.size()));
            }
        }
        return new JointModel(signals, rows, settings);
    }

    /** Rows that learning so many signals takes. */
    public static int fewestRows(int signals) {
        return Math.max(FEWEST_ROWS, ROWS_A_SIGNAL * signals);
    }

    /** The signals, in the order of their values in a row. */
    public List<String> signals() {
        return signals;
    }

    /** Signals that were measured too seldom while it learned; their values are passed over. */
    public List<String> unwatched() {
        return IntStream.range(0, signals.size())
                .filter(j -> !watched[j])
                .mapToObj(signals::get)
                .toList();
    }

    /** What was learned of a signal alone; level 0 and spread 1 where it is not watched. */
    public SignalScale scale(int signal) {
        return scales[signal];
    }

    /** Directions of the principal plane. */
    public int components() {
        return plane.kept();
    }

    private void learn(int j, double[][] rows, double[][] scores) {
        double[] column = IntStream.range(0, rows.length)
                .mapToDouble(i -> Double.isFinite(rows[i][j]) ? rows[i][j] : Double.NaN)
                .toArray();
        long measured = IntStream.range(0, column.length)
                .filter(i -> !Double.isNaN(column[i]))
                .count();
        watched[j] = measured >= LEAST_MEASURED * rows.length;
        scales[j] = watched[j] ? SignalScale.of(column) : new SignalScale(0, 1, true);
        for (int i = 0; i < rows.length; i++) {
            double score = score(j, column[i]);
            column[i] = Double.isNaN(score) ? score : Math.clamp(score, -WILD, WILD);
            scores[i][j] = column[i];
        }
        wander[j] = Wander.of(column);
    }

    private List<double[]> smoothed(double[][] scores) {
        Smoother smoother = new Smoother(signals.size(), settings.smoothing());
        List<double[]> smooth = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            double[] row = smoother.take(scores[i]);
            if (i >= settings.warmUp()) {
                smooth.add(row.clone());
            }
        }
        return smooth;
    }

    private double spread(List<double[]> smooth, int j) {
        double squares = 0;
        for (double[] row : smooth) {
            double tamed = Math.clamp(row[j], -MOST, MOST);
            squares += tamed * tamed;
        }
        double spread = Math.sqrt(squares / smooth.size());
        return scales[j].still() ? Math.max(spread, settings.independentSpread()) : Math.max(spread, LEAST_SPREAD);
    }

    /** Deviations of a value from its signal's level; NaN where it is missing or not watched. */
    double score(int signal, double value) {
        return watched[signal] && Double.isFinite(value) ? scales[signal].score(value) : Double.NaN;
    }

    /** Deviation that a moving average has in itself after so many rows: it grows where the level wanders. */
    double spread(int signal, long age) {
        double since = Math.clamp(age - 0.5 * rows, 0, JointDetector.TRUSTED_SPANS * rows);
        return Math.sqrt(spreads[signal] * spreads[signal] + wander[signal] * since);
    }

    Smoother smoother() {
        return new Smoother(signals.size(), settings.smoothing());
    }

    int rows() {
        return rows;
    }

    Plane plane() {
        return plane;
    }

    ControlLimits limits() {
        return limits;
    }
}
