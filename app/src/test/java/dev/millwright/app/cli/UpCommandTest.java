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
            assertThat(misused("--speed", speed))
                    .containsExactly(
                            "millwright: Speed %s is out of range.".formatted(Double.parseDouble(speed)),
                            "Choose 1 (real time) to 1000.");
        }
        assertThat(misused("--speed", "20001", "--replay", "recording"))
                .containsExactly("millwright: Speed 20001.0 is out of range.", "Choose 1 (real time) to 20000.");
        assertThat(misused("--speed", "abc").getFirst()).contains("--speed", "'abc' is not a double");
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
    void portsLieWhereTcpHasThem() {
        for (var option : List.of("--port", "--mqtt-port")) {
            assertThat(misused(option, "70000"))
                    .containsExactly(
                            "millwright: 70000 is no port.", "Ports lie from 1 to 65535; 0 takes any free one.");
            assertThat(misused(option, "-1").getFirst()).contains("-1 is no port");
        }
    }

    @Test
    void aBrokerIsGivenByAnAddressAndNeverWithItsPassword() {
        for (var address : List.of("mosquitto", ":1883", "localhost:mqtt", "localhost:")) {
            assertThat(misused("--broker", address))
                    .containsExactly(
                            "millwright: '%s' is no broker address.".formatted(address),
                            "Write HOST:PORT such as localhost:1883, or mqtts://HOST for TLS.");
        }
        assertThat(misused("--broker", "localhost:70000").getFirst()).contains("The broker's port is 70000.");
        assertThat(misused("--broker", "mqtts://anna:secret@broker").toString()).doesNotContain("secret");
        assertThat(misused("--broker", "mqtts://broker", "--broker-password", "secret")
                        .toString())
                .contains("a password and no user")
                .doesNotContain("secret");
        assertThat(misused("--broker-user", "anna").getFirst()).contains("no broker");
        assertThat(misused("--broker", "broker:1883", "--broker-ca", "ca.pem").getFirst())
                .contains("no TLS");
    }

    @Test
    void anAuthorityThatIsNoneIsToldBeforeAnythingConnects() throws IOException {
        Path file = Files.writeString(dir.resolve("ca.pem"), "not a certificate");
        assertThat(up("--broker", "mqtts://localhost", "--broker-ca", file.toString())
                        .err())
                .startsWith("millwright: '%s' holds no certificate.".formatted(file));
        Path missing = dir.resolve("missing.pem");
        assertThat(up("--broker", "mqtts://localhost", "--broker-ca", missing.toString())
                        .complaint()
                        .getFirst())
                .contains(missing.toString());
    }

    @Test
    void aDataDirectoryThatCannotBeIsNamedWithACure() throws IOException {
        Path file = Files.writeString(dir.resolve("occupied"), "");
        for (var place : List.of(file.toString(), file.resolve("below").toString(), "/proc/millwright")) {
            var shell = up("--data-dir", place);
            assertThat(shell.complaint()).as(place).hasSize(2);
            assertThat(shell.complaint().getFirst()).contains(place);
        }
    }

    @Test
    void aDamagedJournalIsToldWithItsPlaceAndNotPaperedOver() throws IOException {
        Path segments = Files.createDirectories(dir.resolve("data/journal/journal"));
        Path segment = segments.resolve("%020d.journal".formatted(1));
        Files.writeString(segment, "This is no journal, however long it may go on. ".repeat(20));
        assertThat(up().err()).contains(segment.getFileName().toString(), "does not begin as a journal");
        assertThat(segment).content().startsWith("This is no journal");
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
            assertThat(misused("--planning-limit", "0"))
                    .containsExactly(
                            "millwright: A planning limit of 0.0 s leaves no time.",
                            "Give seconds above 0, such as 10.");
        }
    }

    /** What a wrong use is told; the way to the help follows it. */
    private List<String> misused(String... more) {
        var shell = run(Main.WRONG_USE, more);
        assertThat(shell.complaint().getLast()).isEqualTo("See './millwright up --help'.");
        return shell.complaint().subList(0, shell.complaint().size() - 1);
    }

    private Shell up(String... more) {
        return run(Main.FAILED, more);
    }

    /** Runs {@code up} on free ports and a fresh directory; later options win. */
    private Shell run(int code, String... more) {
        var given = List.of(more);
        var words = new ArrayList<Object>(List.of("up"));
        usual(words, given, "--port", "0");
        usual(words, given, "--mqtt-port", "0");
        usual(words, given, "--data-dir", dir.resolve("data").toString());
        words.addAll(given);
        var shell = Shell.run(words.toArray());
        assertThat(shell.code()).as(shell.err()).isEqualTo(code);
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
