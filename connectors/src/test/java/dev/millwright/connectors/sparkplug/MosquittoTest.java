package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker that plants really use; skipped where it is not installed. */
class MosquittoTest {

    private static final Path BINARY = Path.of("/usr/sbin/mosquitto");

    @Test
    void edgeNodeAndHostMeetOverMosquitto(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BINARY), "mosquitto is not installed");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path config = folder.resolve("mosquitto.conf");
        Files.writeString(config, "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\n");
        Process mosquitto = new ProcessBuilder(BINARY.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Floor.until(() -> listens(port));
            var broker = BrokerAddress.of("127.0.0.1", port);
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
        } finally {
            mosquitto.destroy();
            assertThat(mosquitto.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
