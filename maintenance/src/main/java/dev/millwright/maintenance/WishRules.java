package dev.millwright.maintenance;

/**
 * When a maintenance window is wished for, and when the wish is taken back: the figures that raise a wish are worse than
 * those that let it go, and the better ones must last.
 *
 * @param probability avoidable failure probability within the horizon from which a window is wished
 * @param life lower bound of the remaining life, in hours or cycles, below which a window is wished: the notice that people
 *     need, and how far ahead a window by expected cost is told
 * @param withdrawProbability avoidable failure probability below which a standing wish may go
 * @param withdrawLife lower bound of the remaining life above which a standing wish may go
 * @param holding hours or cycles for which the figures must stay that good, without a break, before it goes
 * @param preparation hours or cycles until crew and parts can be there
 */
public record WishRules(
        double probability,
        double life,
        double withdrawProbability,
        double withdrawLife,
        double holding,
        double preparation) {

    public static final WishRules HOURS = new WishRules(0.2, 72, 0.1, 144, 24, 1);
    public static final WishRules CYCLES = new WishRules(0.2, 30, 0.1, 60, 25, 1);

    public WishRules {
        if (!(probability > 0 && probability <= 1) || !(life >= 0 && preparation >= 0 && holding >= 0)) {
            throw new IllegalArgumentException(
                    "Wish rules with probability %s, life %s, holding %s, preparation %s make no sense.\n"
                                    .formatted(probability, life, holding, preparation)
                            + "The probability lies in (0, 1], nothing is negative.");
        }
        if (!(withdrawProbability >= 0 && withdrawProbability <= probability && withdrawLife >= life)) {
            throw new IllegalArgumentException(
                    "A wish raised at probability %s or life %s cannot be withdrawn at %s and %s.\n"
                                    .formatted(probability, life, withdrawProbability, withdrawLife)
                            + "Withdraw it at a lower probability and a longer life than those that raise it.");
        }
    }

    /** The same for machines whose lives are this many times as long. */
    public WishRules scaled(double factor) {
        return new WishRules(
                probability,
                factor * life,
                withdrawProbability,
                factor * withdrawLife,
                factor * holding,
                factor * preparation);
    }
}
