package dev.millwright.learning.life;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.network.NetworkSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a model of remaining life is trained.
 *
 * @param cap longer lives count as this long: before wear shows, nothing tells them apart
 * @param everyNth of a unit's rows, how many apart those learned from are
 * @param folds in how many parts the units are held out to calibrate
 * @param cuts at how many rows a held-out unit is judged
 * @param coverage the share of lives the interval is to hold
 * @param bags how many ensembles, each by another chance, are averaged
 * @param alarmWithin an alarm says that a unit fails within this
 * @param alarm what its threshold is chosen by
 * @param network trained beside the trees; null: trees alone
 */
public record LifeSettings(
        double cap,
        int everyNth,
        int folds,
        int cuts,
        double coverage,
        int bags,
        double alarmWithin,
        String unitOfLife,
        BoostSettings boost,
        AlarmChoice alarm,
        @Nullable NetworkSettings network) {

    /** For C-MAPSS; all parameters were fixed before any test engine was looked at. */
    public static final LifeSettings DEFAULT = new LifeSettings(
            125,
            2,
            5,
            20,
            0.9,
            3,
            30,
            "cycles",
            new BoostSettings(Goal.MEAN, 300, 5, 0.05, 20, 0.7, 0.4, false, 1),
            AlarmChoice.DEFAULT,
            NetworkSettings.DEFAULT);

    public LifeSettings {
        if (!(cap > 0)
                || everyNth < 1
                || folds < 2
                || cuts < 1
                || bags < 1
                || !(coverage > 0 && coverage < 1)
                || !(alarmWithin > 0)) {
            throw new IllegalArgumentException(
                    "cap %s, every %d, %d folds, %d cuts, %d bags, coverage %s, alarm within %s\nGive 1 or more, 2 folds or more, a coverage between 0 and 1."
                            .formatted(cap, everyNth, folds, cuts, bags, coverage, alarmWithin));
        }
    }

    /** Trees alone, with few missed failures and few false alarms. */
    public LifeSettings(
            double cap,
            int everyNth,
            int folds,
            int cuts,
            double coverage,
            int bags,
            double alarmWithin,
            String unitOfLife,
            BoostSettings boost) {
        this(cap, everyNth, folds, cuts, coverage, bags, alarmWithin, unitOfLife, boost, AlarmChoice.DEFAULT, null);
    }

    /** The same, learning from other rows of a unit. */
    public LifeSettings everyNth(int rows) {
        return new LifeSettings(cap, rows, folds, cuts, coverage, bags, alarmWithin, unitOfLife, boost, alarm, network);
    }
}
