package dev.millwright.connectors.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an edge node knows of the host it is bound to, by that host's STATE. A node bound to none finds it always online
 * (Sparkplug 3.0, message-flow-edge-node-birth-publish-phid-wait).
 */
final class PrimaryHost {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable String id;
    private boolean online;
    private long latest;

    PrimaryHost(@Nullable String id) {
        this.id = id;
        forget();
    }

    /** A new connection begins: what was heard over the last one counts no more. */
    void forget() {
        online = id == null;
        latest = Long.MIN_VALUE;
    }

    /** The topic its state is heard on; {@code null} when there is nothing to hear. */
    @Nullable
    String topic() {
        return id == null ? null : Topic.state(id);
    }

    boolean isOnline() {
        return online;
    }

    /**
     * Takes a STATE message; one older than the last is a straggler and changes nothing (phid-wait-timestamp,
     * termination-host-offline-timestamp).
     */
    void hear(byte[] payload) {
        JsonNode state;
        try {
            state = JSON.readTree(payload);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
        }
        var said = state.path("online");
        var time = state.path("timestamp");
        if (!said.isBoolean() || !time.isIntegralNumber()) {
            throw new IllegalArgumentException("it has no 'online' and 'timestamp' as Sparkplug 3.0 wants them");
        }
        if (time.asLong() >= latest) {
            latest = time.asLong();
            online = said.asBoolean();
        }
    }
}
