package dev.millwright.maintenance;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The station health rule: findings take health, good parts give it back. Of the latest it is remembered which took what, so
 * that a finding which was none can be taken back, and health is what it would be without it.
 */
final class QualityTrack {

    /** Findings and reports of good parts that can still be looked through; what is older stays as it was judged. */
    static final int MOST_STEPS = 1024;

    private final QualityWeights weights;
    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private final Set<String> rejected = new HashSet<>();
    private QualityCount settled;
    private QualityCount now;

    /** What changes quality health. */
    sealed interface Step {
        record Found(@Nullable String id, double loss, double time) implements Step {}

        record Good(int count, double time) implements Step {}
    }

    QualityTrack(QualityWeights weights) {
        this.weights = weights;
        settled = new QualityCount(weights, Double.NEGATIVE_INFINITY);
        now = settled.copy();
    }

    void observe(Finding finding) {
        add(new Step.Found(finding.id(), weights.loss(finding), finding.time()));
    }

    void goodParts(int count, double time) {
        add(new Step.Good(count, time));
    }

    /** Takes a person's word about a finding, the last one counts; false where it changes nothing. */
    boolean judge(String id, boolean isDefect) {
        boolean changes = isDefect
                ? rejected.remove(id)
                : steps.stream().anyMatch(step -> id.equals(id(step))) && rejected.add(id);
        if (changes) {
            now = settled.copy();
            steps.stream().filter(this::counts).forEach(now::take);
        }
        return changes;
    }

    void reset() {
        steps.clear();
        rejected.clear();
        settled = new QualityCount(weights, now.lastTime());
        now = settled.copy();
    }

    double health() {
        return now.health();
    }

    /** Wear over time: 0 is perfect, 1 is critical. */
    Cascade past() {
        return now.past();
    }

    @Nullable
    Driver driver() {
        double health = now.health();
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
                now.findings(),
                now.findings() == 1 ? "" : "s",
                level);
        return new Driver("quality", 1 - health, health, 1, "", reason);
    }

    private void add(Step step) {
        now.take(step);
        steps.add(step);
        while (!steps.isEmpty() && (steps.size() > MOST_STEPS || id(steps.getFirst()) == null)) {
            settle(steps.remove());
        }
    }

    /** Lets go of the oldest step: nobody can speak of it any more. */
    private void settle(Step step) {
        if (counts(step)) {
            settled.take(step);
        } else {
            rejected.remove(id(step));
        }
    }

    private boolean counts(Step step) {
        String id = id(step);
        return id == null || !rejected.contains(id);
    }

    private static @Nullable String id(Step step) {
        return step instanceof Step.Found found ? found.id() : null;
    }
}
