package dev.millwright.maintenance;

/** Quality health after some steps, and how it came there. */
final class QualityCount {

    private final QualityWeights weights;
    private final Cascade past;
    private double health = 1;
    private long findings;
    private double lastTime;

    /** @param lastTime the time behind which the past begins */
    QualityCount(QualityWeights weights, double lastTime) {
        this(weights, lastTime, new Cascade());
    }

    private QualityCount(QualityWeights weights, double lastTime, Cascade past) {
        this.weights = weights;
        this.lastTime = lastTime;
        this.past = past;
    }

    QualityCount copy() {
        var copy = new QualityCount(weights, lastTime, past.copy());
        copy.health = health;
        copy.findings = findings;
        return copy;
    }

    void take(QualityTrack.Step step) {
        switch (step) {
            case QualityTrack.Step.Found found -> {
                findings++;
                move(Math.max(weights.floor(), health - found.loss()), found.time());
            }
            case QualityTrack.Step.Good good ->
                move(Math.min(1, health + good.count() * weights.recoveryPerGoodPart()), good.time());
        }
    }

    double health() {
        return health;
    }

    long findings() {
        return findings;
    }

    double lastTime() {
        return lastTime;
    }

    /** Wear over time: 0 is perfect, 1 is critical. */
    Cascade past() {
        return past;
    }

    private void move(double to, double time) {
        health = to;
        if (time > lastTime) {
            lastTime = time;
            past.add(time, (1 - health) / (1 - weights.criticalBelow()));
        }
    }
}
