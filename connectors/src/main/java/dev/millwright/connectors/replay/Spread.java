package dev.millwright.connectors.replay;

import java.time.Duration;
import java.time.Instant;

/** Mean and deviation of values seen one after another (Welford 1962). */
final class Spread {

    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }

    /** How far apart the values lay that began at the epoch and ended by then. */
    double periodSeconds(Instant end) {
        double seconds = Duration.between(Instant.EPOCH, end).toMillis() / 1000.0;
        return Math.max(1, Math.round(seconds / Math.max(1, count - 1)));
    }
}
