package dev.millwright.learning.distillation;

/**
 * How a small network learns from a large one.
 *
 * @param side of the pictures, pixels, a multiple of 32
 * @param batch pictures of a step
 * @param steps in all
 * @param components of the large network's features that are learned
 * @param basis pictures the components are found on
 * @param rate peak of the learning rate: a twentieth of the steps up to it, then down a cosine
 * @param decay of the weights (AdamW)
 * @param seed of pictures and first weights
 */
public record DistillationSettings(
        int side, int batch, int steps, int components, int basis, double rate, double decay, long seed) {
    /** What the network in the box was trained with. */
    public static final DistillationSettings DEFAULT = new DistillationSettings(192, 8, 800, 128, 48, 2e-3, 1e-4, 1);

    public DistillationSettings {
        if (side < 32 || side % 32 != 0 || batch < 1 || steps < 1 || components < 1 || basis < 1) {
            throw new IllegalArgumentException(
                    "side %d, batch %d, %d steps, %d components, basis %d\nGive a multiple of 32 as side, 1 or more of all else."
                            .formatted(side, batch, steps, components, basis));
        }
        if (!(rate > 0 && decay >= 0)) {
            throw new IllegalArgumentException(
                    "Rate %s, decay %s\nGive a rate above 0, a decay not below.".formatted(rate, decay));
        }
    }

    /** The same over so many steps. */
    public DistillationSettings over(int otherSteps) {
        return new DistillationSettings(side, batch, otherSteps, components, basis, rate, decay, seed);
    }
}
