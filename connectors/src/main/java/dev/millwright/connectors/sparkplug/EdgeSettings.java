package dev.millwright.connectors.sparkplug;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an edge node behaves when the broker or its host is away.
 *
 * @param keptReports how many reports it keeps meanwhile; the oldest go first
 * @param keptFrames how many pictures it keeps meanwhile
 * @param firstPause before it tries to connect again
 * @param longestPause to which the pause grows
 * @param primaryHost the id of the host it is bound to: it is born only while that host is online, and keeps its reports
 *     meanwhile; {@code null} to speak to whoever listens
 */
public record EdgeSettings(
        int keptReports,
        int keptFrames,
        Duration firstPause,
        Duration longestPause,
        @Nullable String primaryHost) {

    public EdgeSettings {
        if (keptReports < 0 || keptFrames < 0) {
            throw new IllegalArgumentException("An edge node cannot keep %d reports and %d frames.\nZero keeps none."
                    .formatted(keptReports, keptFrames));
        }
    }

    /** A hundred thousand reports, sixteen pictures, and a try every 0.2 to 10 seconds. */
    public static EdgeSettings defaults() {
        return new EdgeSettings(100_000, 16, Duration.ofMillis(200), Duration.ofSeconds(10), null);
    }

    /** The same, bound to a host, or to none. */
    public EdgeSettings boundTo(@Nullable String host) {
        return new EdgeSettings(keptReports, keptFrames, firstPause, longestPause, host);
    }
}
