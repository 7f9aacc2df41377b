package dev.millwright.maintenance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides when a window is wished, and keeps still while the standing wish fits. */
final class WishKeeper {

    /** A wish is withdrawn only when the figures are this much better than those that raise one. */
    private static final double RECOVERED = 0.5;

    private final MaintenanceConfig config;
    private final Map<String, MaintenanceWish> standing = new HashMap<>();

    WishKeeper(MaintenanceConfig config) {
        this.config = config;
    }

    WishDecision decide(Prognosis prognosis, MachineProfile profile) {
        String machine = prognosis.machine();
        MaintenanceWish old = standing.get(machine);
        if (!due(prognosis, old == null ? 1 : RECOVERED)) {
            standing.remove(machine);
            return old == null
                    ? new WishDecision.Unchanged(machine)
                    : new WishDecision.Withdrawn(
                            machine,
                            String.format(
                                    Locale.ROOT, "health is back at %.2f, no failure in sight", prognosis.health()));
        }
        MaintenanceWish wish = wish(prognosis, profile);
        if (old != null && !movedMaterially(old, wish, prognosis.time())) {
            return new WishDecision.Unchanged(machine);
        }
        standing.put(machine, wish);
        return new WishDecision.Wished(wish, old != null);
    }

    void forget(String machine) {
        standing.remove(machine);
    }

    private boolean due(Prognosis prognosis, double ease) {
        WishRules rules = config.wish();
        return prognosis.avoidableProbability() >= ease * rules.probability()
                || trendLow(prognosis) < rules.life() / ease
                || prognosis.health() < config.quality().maintenanceBelow() + (ease < 1 ? 0.05 : 0);
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
    private double costOfWaiting(Prognosis prognosis, MachineProfile profile) {
        WishRules rules = config.wish();
        double extra = profile.failureDowntimeHours() * rules.failureCostPerHour()
                - profile.plannedDowntimeHours() * rules.plannedCostPerHour();
        return Math.max(0, extra) * prognosis.avoidableProbability() / prognosis.horizon();
    }

    private static String reason(Prognosis prognosis, @Nullable RemainingLife life) {
        String why = prognosis.reasons().isEmpty() ? "age" : prognosis.reasons().getFirst();
        return life == null ? why : why + "; remaining life " + life;
    }

    private boolean movedMaterially(MaintenanceWish old, MaintenanceWish wish, double now) {
        if (immediate(old) && immediate(wish)) {
            return false;
        }
        double share = config.wish().movedShare();
        double remaining =
                Math.max(old.latest() - now, config.axis().toSpan(config.wish().preparation()));
        return Math.abs(wish.latest() - old.latest()) > share * remaining;
    }

    private static boolean immediate(MaintenanceWish wish) {
        return wish.latest() <= wish.earliest();
    }
}
