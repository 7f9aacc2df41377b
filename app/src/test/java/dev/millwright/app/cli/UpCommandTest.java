package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes a user makes with {@code up}: all are found before a server starts. */
@Timeout(60)
class UpCommandTest {

    @TempDir
    private Path dir;

    @Test
    void anUnknownPlantNamesTheShippedOnes() {
        assertThat(up("--plant", "moon-base").complaint())
                .containsExactly(
                        "millwright: There is no plant 'moon-base'.",
                        "Name a plant file, or one of the shipped plants: board-shop, engine-cells, machine-shop.");
    }

    @Test
    void aSpeedOutOfRangeIsNamedAndTouchesNoDisk() {
        for (var speed : List.of("0", "-5", "1001", "NaN")) {
            assertThat(up("--speed", speed).complaint())
                    .containsExactly(
                            "millwright: Speed %s is out of range.".formatted(Double.parseDouble(speed)),
                            "Choose 1 (real time) to 1000.");
        }
        assertThat(dir.resolve("data")).doesNotExist();
    }

    @Test
    void aTakenPortIsToldWithTheWayOut() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThat(up("--port", String.valueOf(port)).complaint())
                    .containsExactly(
                            "millwright: Port %d is taken.".formatted(port),
                            "Stop what listens there, or choose another with --port.");
            var mqtt = up("--mqtt-port", String.valueOf(port));
            assertThat(mqtt.complaint()).hasSize(2);
            assertThat(mqtt.err())
                    .startsWith("millwright: The embedded broker cannot listen on 127.0.0.1:" + port)
                    .contains("choose another one");
        }
    }

    /** Whoever reaches the port runs the plant: an open door needs a key. */
    @Test
    void anAddressOthersReachNeedsAKey() {
        assertThat(up("--host", "0.0.0.0").complaint())
                .containsExactly(
                        "millwright: Binding to 0.0.0.0 would let the whole network run this plant.",
                        "Set MILLWRIGHT_API_KEY, or bind to 127.0.0.1.");
        // With a key it comes past the door, to the next mistake.
        assertThat(up("--host", "0.0.0.0", "--api-key", "secret", "--plant", "moon-base")
                        .err())
                .contains("no plant 'moon-base'");
        assertThat(up("--host", "no-such-host.invalid").complaint())
                .containsExactly(
                        "millwright: The address no-such-host.invalid is not known.",
                        "Name a host or an IP address of this machine.");
    }

    @Test
    void aBrokerAddressNeedsHostAndPort() {
        for (var address : List.of("mosquitto", ":1883", "localhost:mqtt", "localhost:")) {
            assertThat(up("--broker", address).complaint())
                    .containsExactly(
                            "millwright: '%s' is no broker address.".formatted(address),
                            "Write HOST:PORT, such as localhost:1883.");
        }
        assertThat(up("--broker", "localhost:70000").err()).contains("The broker's port is 70000.");
    }

    @Test
    void aDataDirectoryInUseNamesTheOtherProcess() throws IOException {
        Path journal = dir.resolve("data/journal");
        try (var other = new LockHolder(journal)) {
            assertThat(up().complaint())
                    .containsExactly(
                            "millwright: The data directory %s is in use by process %d."
                                    .formatted(journal, other.pid()),
                            "Stop that one first, or use another directory.");
        }
    }

    @Test
    void aBrokenPlantFileTellsAllItsErrorsAtOnce() throws IOException {
        String broken = Files.readString(Path.of("../examples/board-shop.yaml"))
                .replace("needs: reflow, family: heavy-profile", "needs: reflowing, family: heavy-profile")
                .replace("product: gateway-board, quantity: 36, priority: 8", "product: gatewy-board, quantity: 0");
        Path file = Files.writeString(dir.resolve("broken.yaml"), broken);
        var shell = up("--plant", file.toString());
        assertThat(shell.err())
                .startsWith("millwright: ")
                .contains("broken.yaml", "reflowing", "gatewy-board", "0 parts", "has 3 mistakes")
                .doesNotContain("\tat ");
    }

    @Test
    void aReplayNeedsARecording() throws IOException {
        assertThat(up("--replay", dir.resolve("nowhere").toString()).err())
                .startsWith("millwright: '%s' is no folder.".formatted(dir.resolve("nowhere")));
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertThat(up("--replay", empty.toString()).err())
                .startsWith("millwright: '%s' holds no recording.".formatted(empty))
                .contains("understood are: C-MAPSS");
    }

    @Test
    void noTimeToPlanIsRefusedAndLeavesTheDataDirectoryFree() {
        for (int tries = 0; tries < 2; tries++) {
            assertThat(up("--planning-limit", "0").complaint())
                    .containsExactly(
                            "millwright: A planning limit of PT0S leaves no time.",
                            "Give a positive one, such as PT10S.");
        }
    }

    /** Runs {@code up} on free ports and a fresh directory; later options win. */
    private Shell up(String... more) {
        var given = List.of(more);
        var words = new ArrayList<Object>(List.of("up"));
        usual(words, given, "--port", "0");
        usual(words, given, "--mqtt-port", "0");
        usual(words, given, "--data-dir", dir.resolve("data").toString());
        words.addAll(given);
        var shell = Shell.run(words.toArray());
        assertThat(shell.code()).as(shell.err()).isEqualTo(Main.FAILED);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).doesNotContain("\tat ");
        return shell;
    }

    private static void usual(List<Object> words, List<String> given, String option, String value) {
        if (!given.contains(option)) {
            words.addAll(List.of(option, value));
        }
    }
}
