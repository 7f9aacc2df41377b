package dev.millwright.learning.vision;

import dev.millwright.learning.network.Operators;
import java.util.Arrays;

/**
 * Sees a picture at a half, a quarter and so on to a 32nd of its sides, brings what it saw back to an eighth, and answers there (a
 * feature pyramid, Lin et al. 2017, under the heads of Zhou et al. 2019).
 *
 * @param planes of its pictures
 * @param kinds of things
 */
record DenseNetwork(int planes, int kinds) {
    private static final int REACHES = 4;
    private static final int HALF = 16;
    private static final int QUARTER = 32;
    private static final int EIGHTH = 64;
    private static final int SIXTEENTH = 96;
    private static final int THIRTY_SECOND = 128;
    /** In the beginning all places say that nothing is there, as most have to in the end (focal loss, Lin et al. 2017). */
    private static final float RARE = -4;

    /**
     * What is said of each place.
     *
     * @param middles batch, kinds, rows, columns: how much speaks for the middle of a thing
     * @param reaches batch, 4, rows, columns: how far its box reaches to the left, top, right and bottom
     */
    record Said<T>(T middles, T reaches) {}

    /** Answers for pictures: batch, planes, rows, columns; sides are multiples of 32. */
    <T> Said<T> forward(Operators<T> operators, T pictures) {
        var half = Blocks.convolved(operators, pictures, "half", planes, HALF, 3, 2);
        var quarter = Blocks.convolved(operators, half, "quarter", HALF, QUARTER, 3, 2);
        var eighth = down(operators, quarter, "eighth", QUARTER, EIGHTH);
        var sixteenth = down(operators, eighth, "sixteenth", EIGHTH, SIXTEENTH);
        var least = down(operators, sixteenth, "least", SIXTEENTH, THIRTY_SECOND);
        sixteenth = up(operators, least, sixteenth, "to-sixteenth", THIRTY_SECOND, SIXTEENTH);
        eighth = up(operators, sixteenth, eighth, "to-eighth", SIXTEENTH, EIGHTH);
        var answers = operators.convolution(eighth, "answers", EIGHTH, kinds + REACHES, 1, 1, 1);
        var rare = new float[kinds];
        Arrays.fill(rare, RARE);
        return new Said<>(
                operators.add(operators.slice(answers, 1, 0, kinds), "rare", new long[] {kinds, 1, 1}, rare),
                operators.slice(answers, 1, kinds, kinds + REACHES));
    }

    private static <T> T down(Operators<T> operators, T input, String name, int from, int to) {
        return Blocks.refined(
                operators, Blocks.convolved(operators, input, name, from, to, 3, 2), name + "-refined", to);
    }

    private static <T> T up(Operators<T> operators, T deeper, T here, String name, int from, int to) {
        var above = operators.doubled(Blocks.convolved(operators, deeper, name, from, to, 1, 1));
        return Blocks.refined(operators, operators.add(here, above), name + "-refined", to);
    }
}
