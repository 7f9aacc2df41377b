package dev.millwright.learning.vision;

import dev.millwright.learning.network.Operators;

/** What networks with an answer for each place are built of: convolutions, normalised and rectified. */
final class Blocks {
    /**
     * All channels are normalised together: by itself, a channel that answers to rare things alone would be made loud where there
     * are none.
     */
    private static final int GROUPS = 1;

    private Blocks() {}

    /** A convolution. */
    static <T> T convolved(Operators<T> operators, T input, String name, int from, int to, int kernel, int stride) {
        return operators.relu(normed(operators, input, name, from, to, kernel, stride));
    }

    /** Adds to the input what a convolution over three by three places makes of it (He et al. 2016). */
    static <T> T refined(Operators<T> operators, T input, String name, int channels) {
        return operators.relu(operators.add(input, normed(operators, input, name, channels, channels, 3, 1)));
    }

    private static <T> T normed(
            Operators<T> operators, T input, String name, int from, int to, int kernel, int stride) {
        return operators.groupNorm(
                operators.convolution(input, name, from, to, kernel, stride, 1), name + "-norm", to, GROUPS);
    }
}
