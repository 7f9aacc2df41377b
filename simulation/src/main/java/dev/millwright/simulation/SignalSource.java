package dev.millwright.simulation;

import dev.millwright.plant.Reading;
import dev.millwright.plant.Signal;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** One sensor: nominal value, moved by wear, a slow drift, a gentle period and noise. */
final class SignalSource {

    /** Wear shows late: at half of its life a machine has moved a quarter of the way. */
    private static final double WEAR_EXPONENT = 2;

    private static final double PERIOD_SECONDS = 1800;
    private static final double PERIOD_SHARE = 0.4;
    private static final double DRIFT_MEMORY = 0.98;
    private static final double DRIFT_SHARE = 0.1;
    private static final double DECIMALS = 1e4;

    private final Signal signal;
    private final RandomGenerator chance;
    private final double phase;
    private double drift;
    private Reading last;

    SignalSource(Signal signal, RandomGenerator chance, Instant time, double wear) {
        this.signal = signal;
        this.chance = chance;
        this.phase = chance.nextDouble() * 2 * Math.PI;
        this.last = reading(time, wear);
    }

    Signal signal() {
        return signal;
    }

    /** The reading taken last; asking changes nothing. */
    Reading last() {
        return last;
    }

    Reading take(Instant time, double wear) {
        last = reading(time, wear);
        return last;
    }

    private Reading reading(Instant time, double wear) {
        drift = DRIFT_MEMORY * drift + DRIFT_SHARE * signal.noise() * chance.nextGaussian();
        double turn = 2 * Math.PI * (time.toEpochMilli() / 1000.0 % PERIOD_SECONDS) / PERIOD_SECONDS;
        double value = signal.nominal()
                + signal.wear() * Math.pow(wear, WEAR_EXPONENT)
                + signal.noise() * (chance.nextGaussian() + PERIOD_SHARE * Math.sin(turn + phase))
                + drift;
        return Reading.good(signal.name(), Math.rint(value * DECIMALS) / DECIMALS, time);
    }
}
