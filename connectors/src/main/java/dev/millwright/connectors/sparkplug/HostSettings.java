package dev.millwright.connectors.sparkplug;

import java.time.Duration;

/**
 * How patient a host application is.
 *
 * @param hostId its name in the STATE topic
 * @param reorderTolerance how long a missing number may still arrive before its message counts as lost
 * @param rebirthInterval the shortest time between two rebirth requests to one node
 * @param firstPause before it tries to connect again
 * @param longestPause to which the pause grows
 */
public record HostSettings(
        String hostId,
        Duration reorderTolerance,
        Duration rebirthInterval,
        Duration firstPause,
        Duration longestPause) {

    public HostSettings {
        if (!hostId.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException(
                    "'%s' is no host id.\nWrite letters, digits, '-', '_' and '.'.".formatted(hostId));
        }
    }

    /** Host {@code millwright}: 250 ms for stragglers, a rebirth every 2 s at most, a try every 0.2 to 10 seconds. */
    public static HostSettings defaults() {
        return new HostSettings(
                "millwright",
                Duration.ofMillis(250),
                Duration.ofSeconds(2),
                Duration.ofMillis(200),
                Duration.ofSeconds(10));
    }

    /** The same under another name: two hosts on one broker need two. */
    public HostSettings named(String id) {
        return new HostSettings(id, reorderTolerance, rebirthInterval, firstPause, longestPause);
    }
}
