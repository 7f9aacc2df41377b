package dev.millwright.maintenance;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The station health rule: findings take health, good parts give it back. */
final class QualityTrack {

    private final QualityWeights weights;
    private double health = 1;
    private double lastTime = Double.NEGATIVE_INFINITY;
    private long findings;
    private Cascade past = new Cascade();

    QualityTrack(QualityWeights weights) {
        this.weights = weights;
    }

    void observe(Finding finding) {
        findings++;
        move(Math.max(weights.floor(), health - weights.loss(finding)), finding.time());
    }

    void goodParts(int count, double time) {
        move(Math.min(1, health + count * weights.recoveryPerGoodPart()), time);
    }

    void reset() {
        health = 1;
        findings = 0;
        past = new Cascade();
    }

    double health() {
        return health;
    }

    /** Wear over time: 0 is perfect, 1 is critical. */
    Cascade past() {
        return past;
    }

    @Nullable
    Driver driver() {
        if (health >= 1) {
            return null;
        }
        String level = health < weights.criticalBelow()
                ? "critical"
                : health < weights.maintenanceBelow() ? "maintenance due" : "above the maintenance level";
        String reason = String.format(
                Locale.ROOT,
                "quality health %.2f after %d finding%s since the last reset (%s)",
                health,
                findings,
                findings == 1 ? "" : "s",
                level);
        return new Driver("quality", 1 - health, health, 1, "", reason);
    }

    private void move(double to, double time) {
        health = to;
        if (time > lastTime) {
            lastTime = time;
            past.add(time, (1 - health) / (1 - weights.criticalBelow()));
        }
    }
}
