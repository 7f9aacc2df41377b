package dev.millwright.connectors;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an MQTT broker is, and how to be let in.
 *
 * @param user {@code null} for a broker that asks no names
 * @param password together with a user; never shown
 * @param authority a PEM file with the certificates a broker's own must descend from; {@code null} for those the JDK
 *     trusts. Only together with TLS
 */
public record BrokerAddress(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        boolean tls,
        @Nullable Path authority) {

    private static final Pattern TEXT =
            Pattern.compile("(?:(mqtts?)://)?(\\[[^\\]]+]|[^:/@\\[\\]\\s]+)(?::(\\d{1,9}))?/?");
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

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
        if (authority != null && !tls) {
            throw new IllegalArgumentException(
                    "The broker %s:%d has a certificate authority and no TLS.\nWrite mqtts://%s, or leave the authority out."
                            .formatted(host, port, host));
        }
    }

    /** A broker that lets anybody in, without encryption. */
    public static BrokerAddress of(String host, int port) {
        return new BrokerAddress(host, port, null, null, false, null);
    }

    /** Reads {@code mqtt://HOST[:PORT]}, {@code mqtts://HOST[:PORT]} or {@code HOST:PORT}. */
    public static BrokerAddress parse(String text) {
        if (text.contains("@")) {
            // The text may hold a password: it is not repeated.
            throw new IllegalArgumentException(
                    "A broker's address holds no user and no password.\nGive them apart from mqtts://HOST:PORT.");
        }
        var parts = TEXT.matcher(text);
        if (!parts.matches() || (parts.group(1) == null && parts.group(3) == null)) {
            throw new IllegalArgumentException(
                    "'%s' is no broker address.\nWrite HOST:PORT such as localhost:1883, or mqtts://HOST for TLS."
                            .formatted(text));
        }
        boolean tls = "mqtts".equals(parts.group(1));
        String port = parts.group(3);
        return new BrokerAddress(
                parts.group(2).replaceAll("[\\[\\]]", ""),
                port == null ? tls ? TLS_PORT : PLAIN_PORT : Integer.parseInt(port),
                null,
                null,
                tls,
                null);
    }

    /** The same broker, entered as somebody. */
    public BrokerAddress as(@Nullable String name, @Nullable String secret) {
        return new BrokerAddress(host, port, name, secret, tls, authority);
    }

    /** The same broker, trusted when its certificate descends from one of a PEM file's. */
    public BrokerAddress trusting(@Nullable Path file) {
        return new BrokerAddress(host, port, user, password, tls, file);
    }

    @Override
    public String toString() {
        return (tls ? "mqtts://" : "mqtt://") + (user == null ? "" : user + "@") + host + ":" + port;
    }
}
