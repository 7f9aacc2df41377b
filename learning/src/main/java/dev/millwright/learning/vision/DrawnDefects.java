package dev.millwright.learning.vision;

import java.util.SplittableRandom;

/**
 * Draws what may go wrong with any surface: a stain, a scratch, pits, a piece of another part, a rim broken off, a blur. Each is a
 * shape with soft rims and a paint; both are drawn by chance, at sizes from a few pixels to a large part of the picture.
 *
 * @param other another good picture of the same size, from which pieces are taken
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record DrawnDefects(int side, float[] other, SplittableRandom random) {
    /** A change that is smaller on average, in deviations of the picture, is not worth the name. */
    private static final double LEAST_CHANGE = 0.25;

    private static final int TRIES = 6;
    private static final double HALF = 0.5;

    /** Draws one into the picture and marks it. */
    void draw(float[] seen, float[] marked, int at) {
        double deviation = Math.max(2, deviation(seen, at));
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var shape = DrawnShape.of(side, random);
            var paint = DrawnPaint.of(this, deviation);
            var painted = new float[side * side];
            double change = 0;
            int pixels = 0;
            for (int i = 0; i < painted.length; i++) {
                if (shape[i] > 0) {
                    float was = seen[at + i];
                    painted[i] = Math.clamp(was + shape[i] * (paint.at(seen, at, i) - was), 0, 255);
                    if (shape[i] >= HALF) {
                        change += Math.abs(painted[i] - was);
                        pixels++;
                    }
                }
            }
            if (pixels > 0 && change / pixels >= LEAST_CHANGE * deviation) {
                for (int i = 0; i < painted.length; i++) {
                    if (shape[i] > 0) {
                        seen[at + i] = painted[i];
                        marked[at + i] = Math.max(marked[at + i], shape[i] >= HALF ? 1 : 0);
                    }
                }
                return;
            }
        }
    }

    private double deviation(float[] seen, int at) {
        double sum = 0;
        double squares = 0;
        for (int i = at; i < at + side * side; i++) {
            sum += seen[i];
            squares += seen[i] * seen[i];
        }
        double mean = sum / (side * side);
        return Math.sqrt(Math.max(0, squares / (side * side) - mean * mean));
    }
}
