package dev.millwright.learning.network;

import java.util.stream.IntStream;

/**
 * The shape of a recurrent network and how it is trained.
 *
 * @param steps blocks of rows it looks back on, of {@code rows} rows each
 * @param filters of the convolution in front, over three steps
 * @param units of the LSTM
 * @param dense units between the LSTM and the answer
 * @param examples about as many are learned from at most; of more, every so many: rows of a unit are alike
 * @param epochs how often each example is seen
 * @param batch examples of a step
 * @param rate peak of the learning rate: a fifth of the steps up to it, then down a cosine
 * @param noise standard deviation of what is added to each number seen
 * @param dropout share of the LSTM's answers left out in a step
 * @param decay of the weights (AdamW, Loshchilov and Hutter 2019)
 * @param members how many networks, each by another chance, are averaged
 */
public record NetworkSettings(
        int steps,
        int rows,
        int filters,
        int units,
        int dense,
        int examples,
        int epochs,
        int batch,
        double rate,
        double noise,
        double dropout,
        double decay,
        int members) {

    /** Chosen on units held out of C-MAPSS training engines, before any test engine was asked. */
    public static final NetworkSettings DEFAULT =
            new NetworkSettings(12, 5, 32, 64, 32, 12_500, 12, 256, 2e-3, 0.1, 0.3, 1e-3, 3);

    public NetworkSettings {
        if (steps < 3
                || IntStream.of(rows, filters, units, dense, examples, epochs, batch, members)
                        .anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "%d steps of %d rows, %d filters, %d units, %d dense, %d examples, %d epochs, batches of %d, %d members\nGive 3 steps or more, 1 or more of all else."
                            .formatted(steps, rows, filters, units, dense, examples, epochs, batch, members));
        }
        if (!(rate > 0 && noise >= 0 && dropout >= 0 && dropout < 1 && decay >= 0)) {
            throw new IllegalArgumentException(
                    "Rate %s, noise %s, dropout %s, decay %s\nGive a rate above 0, a dropout below 1, none below 0."
                            .formatted(rate, noise, dropout, decay));
        }
    }

    /** The same trained so often, and so many of them. */
    public NetworkSettings times(int otherEpochs, int otherMembers) {
        return new NetworkSettings(
                steps,
                rows,
                filters,
                units,
                dense,
                examples,
                otherEpochs,
                batch,
                rate,
                noise,
                dropout,
                decay,
                otherMembers);
    }
}
