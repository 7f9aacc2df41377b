package dev.millwright.simulation;

import dev.millwright.plant.Reliability;
import java.util.random.RandomGenerator;

/**
 * How worn a machine is: operating time over a life drawn from its Weibull distribution. It fails when the two are
 * equal, so signals that follow wear do tell of the failure to come.
 */
final class Wear {

    private static final double SECONDS_AN_HOUR = 3600;

    private final Reliability reliability;
    private final RandomGenerator chance;
    private double lifeSeconds;
    private double operatedSeconds;

    Wear(Reliability reliability, RandomGenerator chance) {
        this.reliability = reliability;
        this.chance = chance;
        renew();
    }

    /** As good as new, with a life of its own. */
    void renew() {
        double scale = reliability.mttfHours() * SECONDS_AN_HOUR / Gamma.of(1 + 1 / reliability.shape());
        lifeSeconds = Math.max(1, scale * Math.pow(-Math.log1p(-chance.nextDouble()), 1 / reliability.shape()));
        operatedSeconds = 0;
    }

    void operate(double seconds) {
        operatedSeconds += seconds;
    }

    /** From 0 when new to 1 at failure. */
    double level() {
        return levelAfter(0);
    }

    /** What the level will be after operating some more. */
    double levelAfter(double seconds) {
        return Math.min(1, (operatedSeconds + seconds) / lifeSeconds);
    }

    void set(double level) {
        if (level < 0 || level > 1) {
            throw new IllegalArgumentException(
                    "%s is no wear.\nWear goes from 0 (new) to 1 (worn out).".formatted(level));
        }
        operatedSeconds = level * lifeSeconds;
    }

    double secondsLeft() {
        return Math.max(0, lifeSeconds - operatedSeconds);
    }
}
