package dev.millwright.connectors;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An MQTT 3.1.1 broker in this process: it keeps everything in memory, writes no file and calls nobody. */
public final class EmbeddedBroker implements AutoCloseable {

    /** The default address: this machine alone can reach it. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int LARGEST_MESSAGE_BYTES = 32 * 1024 * 1024;
    private static final int FREE_PORT_TRIES = 10;
    private static final int QUEUED_COMMANDS = 16_384;

    /** Held here because loggers are held weakly; the broker's start-up story interests nobody. */
    private static final Logger BROKER_LOG = Logger.getLogger("io.moquette");

    private final Server server = new Server();
    private final BrokerAddress address;

    private EmbeddedBroker(BrokerAddress address) {
        this.address = address;
        if (BROKER_LOG.getLevel() == null) {
            BROKER_LOG.setLevel(Level.WARNING);
        }
        try {
            server.startServer(new MemoryConfig(settings(address.host(), address.port())));
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(
                    "The embedded broker cannot listen on %s:%d: %s\nStop what uses the port, or choose another one."
                            .formatted(address.host(), address.port(), e.getMessage()),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Starts a broker on loopback; port 0 takes any free one. */
    public static EmbeddedBroker start(int port) {
        return start(LOOPBACK, port);
    }

    /** Starts a broker on a network address of this machine; port 0 takes any free one. */
    public static EmbeddedBroker start(String host, int port) {
        if (port != 0) {
            return new EmbeddedBroker(BrokerAddress.of(host, port));
        }
        for (int tries = 1; ; tries++) {
            try {
                return new EmbeddedBroker(BrokerAddress.of(host, freePort(host)));
            } catch (UncheckedIOException e) {
                // Somebody else was quicker.
                if (tries == FREE_PORT_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Where clients find it, with the port it really has. */
    public BrokerAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.stopServer();
    }

    /** A port free just now: Moquette itself tells the one it took only some time later. */
    private static int freePort(String host) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free on %s: %s".formatted(host, e.getMessage()), e);
        }
    }

    private static Properties settings(String host, int port) {
        var settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, host);
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        // Moquette would write a file with an id and report to its makers.
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
        settings.setProperty(IConfig.SESSION_QUEUE_SIZE, Integer.toString(QUEUED_COMMANDS));
        // Pictures travel as bytes; the default of 8 KiB would cut the connection.
        settings.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(LARGEST_MESSAGE_BYTES));
        return settings;
    }
}
