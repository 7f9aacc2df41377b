package dev.millwright.scheduling.dispatching;

import java.util.Arrays;

/** How much of one resource is in use, as steps in time; before the first step nothing is. */
final class ResourceUse {
    private final int capacity;
    private long[] times = new long[16];
    private int[] used = new int[16];
    private int count;

    ResourceUse(int capacity) {
        this.capacity = capacity;
    }

    /** When, at or after {@code start}, the first excess over [start, end) is past; {@code start} if there is none. */
    long past(long start, long end, int amount) {
        for (int step = Math.max(0, stepAt(start)); start < end && step < count && times[step] < end; step++) {
            if (used[step] + amount > capacity) {
                int next = step + 1;
                while (used[next] + amount > capacity) {
                    next++;
                }
                return times[next];
            }
        }
        return start;
    }

    /** Takes so much over [start, end), or with a negative amount gives it back. */
    void take(long start, long end, int amount) {
        if (start < end) {
            int from = cut(start);
            int to = cut(end);
            for (int step = from; step < to; step++) {
                used[step] += amount;
            }
        }
    }

    /** The step in force at a time, or -1. */
    private int stepAt(long time) {
        int place = Arrays.binarySearch(times, 0, count, time);
        return place >= 0 ? place : -place - 2;
    }

    /** The step that begins at a time, made if need be. */
    private int cut(long time) {
        int before = stepAt(time);
        if (before >= 0 && times[before] == time) {
            return before;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            used = Arrays.copyOf(used, 2 * count);
        }
        int place = before + 1;
        System.arraycopy(times, place, times, place + 1, count - place);
        System.arraycopy(used, place, used, place + 1, count - place);
        times[place] = time;
        used[place] = before < 0 ? 0 : used[before];
        count++;
        return place;
    }
}
