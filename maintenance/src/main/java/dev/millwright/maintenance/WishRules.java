package dev.millwright.maintenance;

/**
 * When a maintenance window is wished for, and when it is wished for anew.
 *
 * @param probability avoidable failure probability within the horizon from which a window is wished
 * @param life lower bound of the remaining life, in hours or cycles, below which a window is wished
 * @param preparation hours or cycles until crew and parts can be there
 * @param movedShare share of the window's remaining time by which its end must move to be wished anew
 * @param failureCostPerHour cost of an hour of unplanned downtime
 * @param plannedCostPerHour cost of an hour of planned downtime
 */
public record WishRules(
        double probability,
        double life,
        double preparation,
        double movedShare,
        double failureCostPerHour,
        double plannedCostPerHour) {

    public static final WishRules HOURS = new WishRules(0.2, 72, 1, 0.25, 500, 200);
    public static final WishRules CYCLES = new WishRules(0.2, 30, 1, 0.25, 500, 200);

    public WishRules {
        if (!(probability > 0 && probability <= 1)
                || !(life >= 0 && preparation >= 0 && movedShare > 0)
                || !(failureCostPerHour >= 0 && plannedCostPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "Wish rules with probability %s, life %s, preparation %s, moved share %s make no sense.\n"
                                    .formatted(probability, life, preparation, movedShare)
                            + "The probability lies in (0, 1], the share is positive, nothing is negative.");
        }
    }
}
