package dev.millwright.learning.vision;

import dev.millwright.vision.dense.DenseDetector;
import java.util.Arrays;

/**
 * What a dense detector ought to say of a batch of square parts: a peak at the middle of each thing, with a bell around it where a
 * wrong peak is forgiven (Law and Deng 2018), and how far boxes reach, at the middle and the places next to it.
 */
final class DenseTargets {
    private static final int SIDES = 4;
    /** The share of a box that the bell covers, and how many of its deviations that is (Liu et al. 2020). */
    private static final double BELL = 0.54;

    private static final double DEVIATIONS = 3;
    private static final double LEAST_DEVIATION = 0.4;

    private final int kinds;
    private final int places;

    /** 1 at middles; batch, kinds, rows, columns. */
    final float[] peaks;
    /** How much a wrong peak counts: 0 at middles, little around them, 1 elsewhere. */
    final float[] elsewhere;
    /** Batch, 4, rows, columns; pixels over the unit. */
    final float[] reaches;
    /** 1 where reaches are to be learned. */
    final float[] reached;

    int things;
    int reachedPlaces;

    /** @param side of each part, pixels */
    DenseTargets(int batch, int kinds, int side) {
        this.kinds = kinds;
        places = side / DenseDetector.STRIDE;
        peaks = new float[batch * kinds * places * places];
        elsewhere = new float[peaks.length];
        Arrays.fill(elsewhere, 1);
        reaches = new float[batch * SIDES * places * places];
        reached = new float[reaches.length];
    }

    /** Adds what one part shows. */
    void add(int row, DensePicture.Part part, float unitPx) {
        part.partly().forEach(known -> leaveAlone(row, known));
        part.known().forEach(known -> bell(row, known));
        // After all bells, so that none covers the middle of another.
        part.known().forEach(known -> peak(row, known, unitPx));
    }

    /** What is seen only in part may be told or not. */
    private void leaveAlone(int row, KnownBox known) {
        var box = known.box();
        int stride = DenseDetector.STRIDE;
        for (int y = box.top() / stride; y <= (box.bottom() - 1) / stride; y++) {
            for (int x = box.left() / stride; x <= (box.right() - 1) / stride; x++) {
                elsewhere[at(row, known.kind(), x, y)] = 0;
            }
        }
    }

    private void bell(int row, KnownBox known) {
        double across = deviation(known.box().width());
        double down = deviation(known.box().height());
        int middleX = middle(known.box().left(), known.box().right());
        int middleY = middle(known.box().top(), known.box().bottom());
        for (int y = 0; y < places; y++) {
            for (int x = 0; x < places; x++) {
                double u = (x - middleX) / across;
                double v = (y - middleY) / down;
                double far = 1 - Math.exp(-0.5 * (u * u + v * v));
                int at = at(row, known.kind(), x, y);
                elsewhere[at] = Math.min(elsewhere[at], (float) (far * far * far * far));
            }
        }
    }

    private void peak(int row, KnownBox known, float unitPx) {
        var box = known.box();
        int middleX = middle(box.left(), box.right());
        int middleY = middle(box.top(), box.bottom());
        int peak = at(row, known.kind(), middleX, middleY);
        peaks[peak] = 1;
        elsewhere[peak] = 0;
        things++;
        for (int y = Math.max(0, middleY - 1); y <= Math.min(places - 1, middleY + 1); y++) {
            for (int x = Math.max(0, middleX - 1); x <= Math.min(places - 1, middleX + 1); x++) {
                float fromX = (x + 0.5f) * DenseDetector.STRIDE;
                float fromY = (y + 0.5f) * DenseDetector.STRIDE;
                reach(row, 0, x, y, (fromX - box.left()) / unitPx);
                reach(row, 1, x, y, (fromY - box.top()) / unitPx);
                reach(row, 2, x, y, (box.right() - fromX) / unitPx);
                reach(row, 3, x, y, (box.bottom() - fromY) / unitPx);
                reachedPlaces++;
            }
        }
    }

    private void reach(int row, int side, int x, int y, float pixels) {
        int at = ((row * SIDES + side) * places + y) * places + x;
        reaches[at] = pixels;
        reached[at] = 1;
    }

    private int at(int row, int kind, int x, int y) {
        return ((row * kinds + kind) * places + y) * places + x;
    }

    private int middle(int from, int to) {
        return Math.min(places - 1, (from + to) / 2 / DenseDetector.STRIDE);
    }

    private static double deviation(int pixels) {
        return Math.max(LEAST_DEVIATION, BELL * pixels / 2 / DEVIATIONS / DenseDetector.STRIDE);
    }
}
