package dev.millwright.vision.segmentation;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Scaling;

/** What a model of segmentation is shown of a picture: its greys at the model's own size, mean 0 and deviation 1. */
public final class SegmentInput {
    /** What a picture of a single grey is divided by. */
    private static final double LEAST_DEVIATION = 1;

    private SegmentInput() {}

    /** Writes a picture, whatever its proportions, row after row. */
    public static void write(Frame picture, int side, float[] into, int at) {
        var scaled = Scaling.to(picture, side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                into[at + y * side + x] = scaled.grey(x, y);
            }
        }
        normalise(into, at, side * side);
    }

    /** Brings so many numbers to mean 0 and deviation 1; those of a single grey all become 0. */
    public static void normalise(float[] numbers, int at, int length) {
        double sum = 0;
        double squares = 0;
        for (int i = at; i < at + length; i++) {
            sum += numbers[i];
            squares += (double) numbers[i] * numbers[i];
        }
        double mean = sum / length;
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / length - mean * mean)));
        for (int i = at; i < at + length; i++) {
            numbers[i] = (float) ((numbers[i] - mean) / deviation);
        }
    }
}
