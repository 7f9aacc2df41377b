package dev.millwright.gateway.socket;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which pages may listen to the live feed: those this server gave out, and those of this machine. */
final class Origins {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origins() {}

    /** A program that is no browser sends no origin, and may connect. */
    static boolean allowed(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            var uri = URI.create(origin);
            return uri.getHost() != null
                    && (LOOPBACK.contains(uri.getHost())
                            || uri.getRawAuthority().equalsIgnoreCase(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
