package dev.millwright.maintenance.features;

import java.util.List;

/**
 * The latest readings of one signal of one unit, and what sums up all before; each reading costs the same, however long
 * the unit has run.
 */
final class SignalWindow {
    /** What it tells of a signal, in the order in which it is written. */
    static final List<String> FEATURES = List.of(
            "last", "short mean", "mean", "spread", "slope", "mean since start", "first mean", "above own baseline");

    private static final int LENGTH = 30;
    private static final int SHORT = 5;
    private static final int FIRST = 10;
    private static final int BASELINE = 20;

    private final double[] ring = new double[LENGTH];
    private long count;
    private double sum;
    private double squares;
    /** Of readings times their turn in the window, the oldest counting 0. */
    private double turns;

    private double shortSum;
    private double everSum;
    private double firstSum;
    private double baselineSum;

    void add(double value) {
        int held = held();
        if (held == LENGTH) {
            double oldest = ring[at(count)];
            sum -= oldest;
            squares -= oldest * oldest;
            turns -= sum;
        }
        shortSum -= held >= SHORT ? ring[at(count - SHORT)] : 0;
        ring[at(count)] = value;
        sum += value;
        squares += value * value;
        turns += value * Math.min(held, LENGTH - 1);
        shortSum += value;
        everSum += value;
        firstSum += count < FIRST ? value : 0;
        baselineSum += count < BASELINE ? value : 0;
        count++;
        if (count % LENGTH == 0) {
            sumUp();
        }
    }

    /** Anew now and then, so that what rounding leaves behind does not pile up. */
    private void sumUp() {
        sum = 0;
        squares = 0;
        turns = 0;
        for (int turn = 0; turn < LENGTH; turn++) {
            sum += ring[turn];
            squares += ring[turn] * ring[turn];
            turns += ring[turn] * turn;
        }
    }

    private int held() {
        return (int) Math.min(count, LENGTH);
    }

    private static int at(long reading) {
        return (int) (reading % LENGTH);
    }

    /** Writes the features in their order; nothing has been added: zeros. */
    void write(float[] into, int from) {
        int held = held();
        if (held == 0) {
            return;
        }
        double mean = sum / held;
        double baseline = baselineSum / Math.min(count, BASELINE);
        double[] features = {
            ring[at(count - 1)],
            shortSum / Math.min(count, SHORT),
            mean,
            Math.sqrt(Math.max(0, squares / held - mean * mean)),
            slope(held),
            everSum / count,
            firstSum / Math.min(count, FIRST),
            mean - baseline
        };
        for (int f = 0; f < features.length; f++) {
            into[from + f] = (float) features[f];
        }
    }

    /** By least squares, a cycle. */
    private double slope(int held) {
        if (held < 2) {
            return 0;
        }
        double n = held;
        double times = n * (n - 1) / 2;
        double timeSquares = n * (n - 1) * (2 * n - 1) / 6;
        return (n * turns - times * sum) / (n * timeSquares - times * times);
    }
}
