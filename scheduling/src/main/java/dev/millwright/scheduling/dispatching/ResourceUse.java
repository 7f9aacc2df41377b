package dev.millwright.scheduling.dispatching;

import java.util.TreeMap;

/** How much of one resource is in use, as steps in time. */
final class ResourceUse {
    private final int capacity;
    private final TreeMap<Long, Integer> steps = new TreeMap<>();

    ResourceUse(int capacity) {
        this.capacity = capacity;
    }

    /** When, at or after {@code start}, the first excess over [start, end) is past; {@code start} if there is none. */
    long past(long start, long end, int amount) {
        var before = steps.floorEntry(start);
        if (before != null && before.getValue() + amount > capacity) {
            return start < end ? next(start) : start;
        }
        for (var step : steps.subMap(start, false, end, false).entrySet()) {
            if (step.getValue() + amount > capacity) {
                return next(step.getKey());
            }
        }
        return start;
    }

    private long next(long time) {
        return steps.higherKey(time);
    }

    /** Takes so much over [start, end), or with a negative amount gives it back. */
    void take(long start, long end, int amount) {
        if (start < end) {
            stepAt(start);
            stepAt(end);
            steps.subMap(start, true, end, false).replaceAll((_, used) -> used + amount);
        }
    }

    private void stepAt(long time) {
        if (!steps.containsKey(time)) {
            var before = steps.floorEntry(time);
            steps.put(time, before == null ? 0 : before.getValue());
        }
    }
}
