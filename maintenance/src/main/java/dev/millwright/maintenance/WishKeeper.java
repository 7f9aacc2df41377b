package dev.millwright.maintenance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a window is wished and when a wish is void. Whether one stands is asked for and never remembered, for
 * people and restarts change it; remembered is only since when a machine with a standing wish has been well.
 */
final class WishKeeper {

    /** Health counts as regained only this far above the level at which maintenance is due. */
    private static final double CLEARLY_ABOVE = 0.05;

    private final MaintenanceConfig config;
    private final Map<String, Double> wellSince = new HashMap<>();

    WishKeeper(MaintenanceConfig config) {
        this.config = config;
    }

    /** @param advised how soon somebody has to act by what it costs; null where nobody has reckoned, and thresholds decide */
    WishDecision decide(Prognosis prognosis, @Nullable Urgency advised, MachineProfile profile, boolean standing) {
        String machine = prognosis.machine();
        if (!standing || !isWell(prognosis, advised)) {
            wellSince.remove(machine);
            return isDue(prognosis, advised)
                    ? new WishDecision.Wished(wish(prognosis, profile))
                    : new WishDecision.Unchanged(machine);
        }
        double since = wellSince.computeIfAbsent(machine, _ -> prognosis.time());
        if (prognosis.time() - since < config.axis().toSpan(config.wish().holding())) {
            return new WishDecision.Unchanged(machine);
        }
        return new WishDecision.Withdrawn(machine, recovered(prognosis, advised, since));
    }

    void forget(String machine) {
        wellSince.remove(machine);
    }

    private boolean isDue(Prognosis prognosis, @Nullable Urgency advised) {
        WishRules rules = config.wish();
        if (advised != null) {
            return isSoon(advised)
                    || prognosis.qualityHealth() < config.quality().maintenanceBelow();
        }
        return prognosis.avoidableProbability() >= rules.probability()
                || trendLow(prognosis) < rules.life()
                || prognosis.measuredHealth() < config.quality().maintenanceBelow();
    }

    private boolean isWell(Prognosis prognosis, @Nullable Urgency advised) {
        WishRules rules = config.wish();
        double healthy = config.quality().maintenanceBelow() + CLEARLY_ABOVE;
        if (advised != null) {
            return !isSoon(advised) && prognosis.qualityHealth() >= healthy;
        }
        return prognosis.avoidableProbability() < rules.withdrawProbability()
                && trendLow(prognosis) >= rules.withdrawLife()
                && prognosis.measuredHealth() >= healthy;
    }

    private static boolean isSoon(Urgency advised) {
        return advised.compareTo(Urgency.PLAN) >= 0;
    }

    private static double trendLow(Prognosis prognosis) {
        RemainingLife life = prognosis.remainingLife();
        return life != null && life.basis() == RemainingLife.Basis.TREND ? life.low() : Double.POSITIVE_INFINITY;
    }

    private MaintenanceWish wish(Prognosis prognosis, MachineProfile profile) {
        TimeAxis axis = config.axis();
        double earliest = prognosis.time() + axis.toSpan(config.wish().preparation());
        RemainingLife life = prognosis.remainingLife();
        double low = life == null || prognosis.urgency() == Urgency.NOW ? 0 : life.low();
        double latest = Math.max(earliest, prognosis.time() + axis.toSpan(low));
        return new MaintenanceWish(
                prognosis.machine(),
                profile.plannedDowntimeHours(),
                earliest,
                latest,
                reason(prognosis, life),
                costOfWaiting(prognosis, profile));
    }

    /** The extra cost of a failure over planned maintenance, by its chance per hour or cycle. */
    private static double costOfWaiting(Prognosis prognosis, MachineProfile profile) {
        double extra = profile.failureCost() - profile.plannedCost();
        return Math.max(0, extra) * prognosis.avoidableProbability() / prognosis.horizon();
    }

    private static String reason(Prognosis prognosis, @Nullable RemainingLife life) {
        String why =
                prognosis.measuredHealth() >= 1 ? "age" : prognosis.reasons().getFirst();
        return life == null ? why : why + "; remaining life " + life;
    }

    private String recovered(Prognosis prognosis, @Nullable Urgency advised, double since) {
        TimeAxis axis = config.axis();
        if (advised != null) {
            return String.format(
                    Locale.ROOT,
                    "no stop has paid for %.1f %s",
                    axis.toLife(prognosis.time() - since),
                    axis.lifeUnit());
        }
        return String.format(
                Locale.ROOT,
                "health is back at %.2f, no failure in sight for %.1f %s",
                prognosis.measuredHealth(),
                axis.toLife(prognosis.time() - since),
                axis.lifeUnit());
    }
}
