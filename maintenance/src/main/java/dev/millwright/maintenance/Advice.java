package dev.millwright.maintenance;

import dev.millwright.plant.RiskLevel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From figures to levels and words. */
record Advice(RiskLevel risk, Urgency urgency, String action) {

    static Advice of(
            double signalHealth,
            double qualityHealth,
            @Nullable RemainingLife life,
            double avoidable,
            List<Driver> drivers,
            MaintenanceConfig config) {
        // A trend or a model says when a signal reaches its limit; without one, how near it is must do.
        boolean trend = life != null && life.basis() != RemainingLife.Basis.UNIT_LIFE;
        double health = trend ? qualityHealth : signalHealth * qualityHealth;
        return of(higher(byHealth(health, config.quality()), byLife(life, avoidable, config.risk())), life, drivers);
    }

    /** The advice where the risk is at least as high as this, whatever figures say. */
    Advice atLeast(RiskLevel least, @Nullable RemainingLife life, List<Driver> drivers) {
        return of(higher(risk, least), life, drivers);
    }

    private static Advice of(RiskLevel risk, @Nullable RemainingLife life, List<Driver> drivers) {
        Urgency urgency =
                switch (risk) {
                    case LOW -> Urgency.NONE;
                    case MEDIUM -> Urgency.WATCH;
                    case HIGH -> Urgency.PLAN;
                    case CRITICAL -> Urgency.NOW;
                };
        return new Advice(risk, urgency, action(urgency, life, drivers));
    }

    private static RiskLevel byHealth(double health, QualityWeights levels) {
        if (health < levels.criticalBelow()) {
            return RiskLevel.CRITICAL;
        }
        return health < levels.maintenanceBelow() ? RiskLevel.HIGH : RiskLevel.LOW;
    }

    private static RiskLevel byLife(@Nullable RemainingLife life, double p, RiskThresholds thresholds) {
        // Unit-life statistics have no warning in them: their low bound is near zero for any shape near one. A model's
        // probability and its alarm say all that its low bound does.
        double low = life == null || life.basis() != RemainingLife.Basis.TREND ? Double.POSITIVE_INFINITY : life.low();
        if (p >= thresholds.criticalProbability() || low < thresholds.criticalLife()) {
            return RiskLevel.CRITICAL;
        }
        if (p >= thresholds.highProbability() || low < thresholds.highLife()) {
            return RiskLevel.HIGH;
        }
        return p >= thresholds.mediumProbability() || low < thresholds.mediumLife() ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    private static RiskLevel higher(RiskLevel a, RiskLevel b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static String action(Urgency urgency, @Nullable RemainingLife life, List<Driver> drivers) {
        String look = drivers.isEmpty() ? "" : ", look at " + drivers.getFirst().name() + " first";
        String within = life == null ? "" : String.format(Locale.ROOT, " within %.1f %s", life.low(), life.unit());
        return switch (urgency) {
            case NONE -> "Keep running";
            case WATCH -> "Watch" + look;
            case PLAN -> "Plan maintenance" + within + look;
            case NOW -> "Maintain at the next possible moment" + look;
        };
    }
}
