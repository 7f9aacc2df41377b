package dev.millwright.learning.vision;

import dev.millwright.learning.network.Operators;

/** What networks with an answer for each place are built of: convolutions, normalised by groups of channels, then rectified. */
final class Blocks {
    private static final int GROUPS = 8;

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
