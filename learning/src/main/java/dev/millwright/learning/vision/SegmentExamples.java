package dev.millwright.learning.vision;

import java.util.SplittableRandom;

/** What a network that marks pixels learns from: square pictures, and which of their pixels are defective. */
public interface SegmentExamples {
    /**
     * Writes one by chance, row after row.
     *
     * @param seen greys, 0 to 255
     * @param marked 1 where a pixel is defective, 0 where it is sound, all 0 before
     * @param at where in both
     */
    void write(SplittableRandom random, float[] seen, float[] marked, int at);

    /**
     * What there is.
     *
     * @throws IllegalArgumentException where that is too little to learn from
     */
    String words();
}
