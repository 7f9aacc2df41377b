package dev.millwright.gateway.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What keeps the door; keys start with {@code millwright.door}. The key that changes need is {@code millwright.api-key}. */
@ConfigMapping(prefix = "millwright.door")
public interface DoorSettings {

    /** How many clients the live feed takes. */
    @WithDefault("200")
    int maxClients();

    /** How often a client of the live feed hears of changes. */
    @WithDefault("150ms")
    Duration flushEvery();

    /** How long a client may stay silent, not even answering a ping, before it is let go. */
    @WithDefault("60s")
    Duration idleAfter();
}
