package dev.millwright.connectors;

import org.jspecify.annotations.Nullable;

/**
 * Where an MQTT broker is, and how to be let in.
 *
 * @param user {@code null} for a broker that asks no names
 * @param password together with a user
 */
public record BrokerAddress(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        boolean tls) {

    public BrokerAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The broker's host is blank.\nName one, such as localhost.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The broker's port is %d.\nPorts lie from 1 to 65535; MQTT's own is 1883, 8883 with TLS."
                            .formatted(port));
        }
        if (password != null && user == null) {
            throw new IllegalArgumentException(
                    "The broker %s:%d has a password and no user.\nGive both or neither.".formatted(host, port));
        }
    }

    /** A broker that lets anybody in, without encryption. */
    public static BrokerAddress of(String host, int port) {
        return new BrokerAddress(host, port, null, null, false);
    }

    @Override
    public String toString() {
        return (tls ? "mqtts://" : "mqtt://") + (user == null ? "" : user + "@") + host + ":" + port;
    }
}
