package dev.millwright.scheduling.problem;

import java.util.HashMap;
import java.util.Map;

/**
 * Seconds from machine to machine, for parts between operations; carriers are never short. A pair that is not listed
 * takes none, and neither does staying.
 *
 * @param between from machine, to machine, seconds
 */
public record TransportTimes(Map<String, Map<String, Long>> between) {
    public TransportTimes {
        var copies = new HashMap<String, Map<String, Long>>();
        between.forEach((from, row) -> {
            row.forEach((to, seconds) -> Check.that(
                    seconds >= 0,
                    "Transport from " + from + " to " + to + " takes " + seconds + " s",
                    "Use zero or more seconds."));
            copies.put(from, Map.copyOf(row));
        });
        between = Map.copyOf(copies);
    }

    /** Everything is close by. */
    public static TransportTimes none() {
        return new TransportTimes(Map.of());
    }

    /** The way between two machines. */
    public long between(String from, String to) {
        var row = from.equals(to) ? null : between.get(from);
        return row == null ? 0 : row.getOrDefault(to, 0L);
    }

    public boolean isEmpty() {
        return between.isEmpty();
    }
}
