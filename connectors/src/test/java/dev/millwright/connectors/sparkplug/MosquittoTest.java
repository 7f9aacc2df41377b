package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker that plants really use; skipped where it is not installed. */
@Timeout(120)
class MosquittoTest {

    @TempDir
    private Path folder;

    @Test
    void edgeNodeAndHostMeetOverMosquitto() throws IOException, InterruptedException {
        try (var mosquitto = Mosquitto.open(folder)) {
            meet(BrokerAddress.of("127.0.0.1", mosquitto.port()));
        }
    }

    @Test
    void edgeNodeAndHostMeetEncryptedAndByName() throws IOException, InterruptedException {
        try (var mosquitto = Mosquitto.guarded(folder)) {
            meet(guarded(mosquitto).as(Mosquitto.USER, Mosquitto.PASSWORD).trusting(folder.resolve("ca.pem")));
        }
    }

    /** Whoever is not let in must read why; the password must not be read by anybody. */
    @Test
    void theLogSaysOnceWhyABrokerDoesNotLetUsIn() throws IOException, InterruptedException {
        try (var mosquitto = Mosquitto.guarded(folder);
                var log = new Log()) {
            Path authority = folder.resolve("ca.pem");
            var broker = guarded(mosquitto).as(Mosquitto.USER, "guessed-wrong");
            assertThat(log.complaintOf(broker.trusting(authority)))
                    .contains("host-millwright has no connection to mqtts://line-1@localhost:")
                    .contains("it does not let us in (NOT_AUTHORIZED); check user and password")
                    .doesNotContain("guessed-wrong");
            assertThat(log.complaintOf(broker))
                    .contains("no trusted TLS connection")
                    .contains("certificate authority");
            // The certificate is for localhost: the same broker under another name may be an impostor.
            var elsewhere = new BrokerAddress("127.0.0.1", mosquitto.port(), null, null, true, authority);
            assertThat(log.complaintOf(elsewhere))
                    .contains("no trusted TLS connection")
                    .contains("check the host's name");
            assertThat(log.complaintOf(BrokerAddress.of("no-such-broker.invalid", 1883)))
                    .contains("its host is not known; check the name");
        }
    }

    @Test
    void aBrokerThatStartsLaterIsFound() throws IOException, InterruptedException {
        int port;
        try (var first = Mosquitto.open(Files.createDirectory(folder.resolve("first")))) {
            port = first.port();
        }
        var floor = new Floor(BrokerAddress.of("127.0.0.1", port));
        try (var log = new Log();
                var host = floor.host()) {
            assertThat(log.next()).contains("nobody answers there; is it running, and is the port right?");
            try (var _ = Mosquitto.open(Files.createDirectory(folder.resolve("second")), port)) {
                Floor.until(host::isConnected);
            }
        }
    }

    private static void meet(BrokerAddress broker) throws InterruptedException {
        var floor = new Floor(broker);
        try (var host = floor.host()) {
            try (var edge = floor.edge(broker)) {
                floor.awaitBirths(host);
                edge.report(SparkplugTest.reading(DRILL, 3.5));
                floor.await(DRILL, Fact.ReadingsTaken.class);
                var command = new MachineCommand.Control(PackMlCommand.START);
                assertThat(host.send(DRILL, command)).isTrue();
                assertThat(floor.commands.poll(10, TimeUnit.SECONDS)).isEqualTo(new Floor.Told(DRILL, command));
            }
            floor.await(DRILL, Fact.ConnectionLost.class);
        }
    }

    private static BrokerAddress guarded(Mosquitto mosquitto) {
        return BrokerAddress.parse("mqtts://localhost:" + mosquitto.port());
    }

    /** The warnings of connections. */
    private static final class Log extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger(MqttLink.class.getName());
        private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();

        Log() {
            logger.addHandler(this);
        }

        /** The one complaint of a host that tries a broker several times. */
        String complaintOf(BrokerAddress broker) throws InterruptedException {
            said.clear();
            var floor = new Floor(broker);
            try (var host = floor.host()) {
                String complaint = next();
                assertThat(said.poll(300, TimeUnit.MILLISECONDS))
                        .as("the same again")
                        .isNull();
                assertThat(host.isConnected()).isFalse();
                return complaint;
            }
        }

        String next() throws InterruptedException {
            String words = said.poll(Floor.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(words).as("a warning").isNotNull();
            return String.valueOf(words);
        }

        @Override
        public void publish(LogRecord record) {
            said.add(java.text.MessageFormat.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
