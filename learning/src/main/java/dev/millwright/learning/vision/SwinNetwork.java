package dev.millwright.learning.vision;

import dev.millwright.learning.network.Operators;

/**
 * A small Swin transformer (Liu et al. 2021): attention within windows that shift from block to block, with a learned bias by
 * relative position. Two changes serve small data: a stem of convolutions with stride in place of patches, and a depth-wise
 * convolution in every feed-forward (as in Twins and CoSwin), which brings the locality that a transformer would have to learn.
 */
final class SwinNetwork {
    private static final int FEED_FORWARD = 2;
    /** Added to the attention of tokens that only the shift has brought together. */
    private static final float APART = -100;

    private final SwinSettings settings;

    SwinNetwork(SwinSettings settings) {
        this.settings = settings;
    }

    /**
     * What a network says.
     *
     * @param answers batch, answers
     * @param evidence batch, tokens, answers: what each token adds; their mean is the answer
     */
    record Said<T>(T answers, T evidence) {}

    /** How many tokens give evidence. */
    int places() {
        return settings.focus() * settings.focus();
    }

    /** Runs the network on images: batch, channels, side, side. */
    <T> Said<T> forward(Operators<T> operators, T images) {
        var stages = new Stages<>(operators);
        T tokens = stages.stem(images);
        int side = settings.side() / settings.stride();
        for (int stage = 0; stage < settings.widths().size(); stage++) {
            int width = settings.widths().get(stage);
            if (stage > 0) {
                tokens = stages.merge(tokens, side, settings.widths().get(stage - 1), width);
                side /= 2;
            }
            for (int block = 0; block < settings.depths().get(stage); block++) {
                boolean shifted = block % 2 == 1 && side > settings.window();
                tokens = stages.attend(tokens, side, width, shifted ? settings.window() / 2 : 0);
                tokens = stages.feedForward(tokens, width);
            }
        }
        int width = settings.widths().getLast();
        int focus = settings.focus();
        int rim = (side - focus) / 2;
        T middle =
                rim == 0 ? tokens : operators.slice(operators.slice(tokens, 1, rim, rim + focus), 2, rim, rim + focus);
        T normal = operators.layerNorm(middle, "last", width);
        T evidence = operators.linear(
                operators.reshape(normal, -1, (long) focus * focus, width), "head", width, settings.answers());
        return new Said<>(operators.mean(evidence, 1), evidence);
    }

    /** The stages, over tokens laid out as batch, rows, columns, numbers. */
    private final class Stages<T> {
        private final Operators<T> operators;

        Stages(Operators<T> operators) {
            this.operators = operators;
        }

        T stem(T images) {
            int width = settings.widths().getFirst();
            int first = settings.stride() == 4 ? 2 : 1;
            T seen = operators.gelu(operators.convolution(images, "stem", settings.channels(), width / 2, 3, first, 1));
            T tokens = operators.convolution(seen, "stem", width / 2, width, 3, 2, 1);
            return operators.layerNorm(operators.permute(tokens, 0, 2, 3, 1), "stem", width);
        }

        /** Four neighbours become one token. */
        T merge(T tokens, int side, int width, int next) {
            long half = side / 2;
            T four = operators.reshape(
                    operators.permute(operators.reshape(tokens, -1, half, 2, half, 2, width), 0, 1, 3, 2, 4, 5),
                    -1,
                    half,
                    half,
                    4L * width);
            return operators.linear(operators.layerNorm(four, "merge", 4 * width), "merge", 4 * width, next);
        }

        T attend(T tokens, int side, int width, int shift) {
            int window = settings.window();
            int heads = width / settings.headWidth();
            long inWindow = (long) window * window;
            long windows = (long) (side / window) * (side / window);
            T normal = rolled(operators.layerNorm(tokens, "attention", width), side, -shift);
            T all = operators.linear(windows(normal, side, width), "query-key-value", width, 3 * width);
            T query = operators.times(heads(all, 0, width), (float) (1 / Math.sqrt(settings.headWidth())));
            T key = operators.permute(heads(all, 1, width), 0, 1, 3, 2);
            T attention = operators.addFromTable(
                    operators.product(query, key),
                    "position",
                    RelativePositions.rows(window),
                    heads,
                    RelativePositions.of(window));
            if (shift > 0) {
                var apart = ShiftMask.of(side, window, shift, APART);
                attention = operators.reshape(
                        operators.add(
                                operators.reshape(attention, -1, windows, heads, inWindow, inWindow),
                                "apart",
                                new long[] {windows, 1, inWindow, inWindow},
                                apart),
                        -1,
                        heads,
                        inWindow,
                        inWindow);
            }
            T seen = operators.product(operators.softmax(attention), heads(all, 2, width));
            T joined = operators.reshape(operators.permute(seen, 0, 2, 1, 3), -1, inWindow, width);
            T told = operators.linear(joined, "attention", width, width);
            return operators.add(tokens, rolled(image(told, side, width), side, shift));
        }

        T feedForward(T tokens, int width) {
            int wide = FEED_FORWARD * width;
            T more = operators.linear(operators.layerNorm(tokens, "feed-forward", width), "feed-forward", width, wide);
            T channelsFirst = operators.permute(more, 0, 3, 1, 2);
            T local = operators.convolution(channelsFirst, "local", wide, wide, 3, 1, wide);
            T active = operators.gelu(operators.add(more, operators.permute(local, 0, 2, 3, 1)));
            return operators.add(tokens, operators.linear(active, "feed-forward", wide, width));
        }

        /** The first, second or third part of every token, by head: windows, heads, tokens, numbers. */
        private T heads(T all, int part, int width) {
            long tokens = (long) settings.window() * settings.window();
            T one = operators.slice(all, 2, (long) part * width, (part + 1L) * width);
            return operators.permute(
                    operators.reshape(one, -1, tokens, width / settings.headWidth(), settings.headWidth()), 0, 2, 1, 3);
        }

        private T rolled(T tokens, int side, int shift) {
            return shift == 0 ? tokens : operators.roll(operators.roll(tokens, 1, side, shift), 2, side, shift);
        }

        /** Windows, tokens, numbers. */
        private T windows(T tokens, int side, int width) {
            long window = settings.window();
            long across = side / window;
            return operators.reshape(
                    operators.permute(
                            operators.reshape(tokens, -1, across, window, across, window, width), 0, 1, 3, 2, 4, 5),
                    -1,
                    window * window,
                    width);
        }

        /** The way back from {@link #windows}. */
        private T image(T windows, int side, int width) {
            long window = settings.window();
            long across = side / window;
            return operators.reshape(
                    operators.permute(
                            operators.reshape(windows, -1, across, across, window, window, width), 0, 1, 3, 2, 4, 5),
                    -1,
                    side,
                    side,
                    width);
        }
    }
}
