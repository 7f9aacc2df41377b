package dev.millwright.maintenance.life;

import java.util.List;

/**
 * By how much intervals are widened, or narrowed, so that they hold the lives of units nobody learned from; apart for
 * short, middling and long lives.
 *
 * @param until where each kind of life ends, by the middle of the interval; the last has no end
 * @param by how much is added on both sides
 */
public record Widening(List<Double> until, List<Double> by) {
    public Widening {
        if (until.isEmpty() || until.size() != by.size() || until.getLast() != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "Kinds of life end at %s and are widened by %s.\nGive one of each, and none to the last end."
                            .formatted(until, by));
        }
        until = List.copyOf(until);
        by = List.copyOf(by);
    }

    /** For an interval with this middle. */
    double at(double middle) {
        int kind = 0;
        while (middle >= until.get(kind)) {
            kind++;
        }
        return by.get(kind);
    }

    /** The interval of a life, calibrated. */
    public LifeEstimate around(double expected, double low, double high, double cap) {
        double wider = at((low + high) / 2);
        double mean = Math.clamp(expected, 0, cap);
        return new LifeEstimate(mean, Math.clamp(low - wider, 0, mean), Math.clamp(high + wider, mean, cap));
    }
}
