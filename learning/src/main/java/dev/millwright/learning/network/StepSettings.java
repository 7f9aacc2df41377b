package dev.millwright.learning.network;

/**
 * How a network learns, step by step.
 *
 * @param steps of the optimizer
 * @param batch examples of a step
 * @param rate peak of the learning rate: {@code warmUp} of the steps up to it, then down a cosine
 * @param warmUp share of the steps
 * @param decay of the weights (AdamW, Loshchilov and Hutter 2019)
 * @param average how much of the running mean of the weights a step keeps (Polyak and Juditsky 1992); that mean is the answer
 * @param clip the longest gradient
 * @param seed of weights and batches
 */
public record StepSettings(
        int steps, int batch, double rate, double warmUp, double decay, double average, double clip, long seed) {

    public StepSettings {
        if (steps < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "%d steps of %d examples\nGive 1 or more of both.".formatted(steps, batch));
        }
        if (!(rate > 0 && warmUp >= 0 && warmUp < 1 && decay >= 0 && average >= 0 && average < 1 && clip > 0)) {
            throw new IllegalArgumentException(
                    "Rate %s, warm-up %s, decay %s, average %s, clip %s\nGive a rate and a clip above 0, shares from 0 to below 1."
                            .formatted(rate, warmUp, decay, average, clip));
        }
    }

    /** What has served small networks of images well, for so many steps. */
    public static StepSettings of(int steps, int batch, long seed) {
        return new StepSettings(steps, batch, 1e-3, 0.05, 0.05, 0.998, 1, seed);
    }

    /** The learning rate of a step. */
    double rate(int step) {
        double done = (double) step / steps;
        return rate
                * (done < warmUp
                        ? (step + 1) / (warmUp * steps)
                        : 0.5 * (1 + Math.cos(Math.PI * (done - warmUp) / (1 - warmUp))));
    }

    /** How much of the mean is kept: less in the beginning, when there is little to keep. */
    double average(int step) {
        return Math.min(average, (1.0 + step) / (10 + step));
    }
}
