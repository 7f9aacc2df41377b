package dev.millwright.connectors.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The broker that plants really use, in a process of its own; tests are skipped where it is not installed. */
final class Mosquitto implements AutoCloseable {

    static final String USER = "line-1";
    static final String PASSWORD = "open, sesame: 7";

    private static final Path BINARY = Path.of("/usr/sbin/mosquitto");
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final int port;

    private Mosquitto(Path folder, int port, List<String> settings) throws IOException {
        this.port = port;
        Path config = folder.resolve("mosquitto.conf");
        // As root it would become a user who may not read a test's folder.
        Files.writeString(
                config,
                "user root\nlistener %d 127.0.0.1\npersistence false\n%s\n"
                        .formatted(port, String.join("\n", settings)));
        process = new ProcessBuilder(BINARY.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Floor.until(() -> listens(port));
    }

    /** A broker that lets anybody in. */
    static Mosquitto open(Path folder) throws IOException {
        return open(folder, freePort());
    }

    /** The same on a certain port. */
    static Mosquitto open(Path folder, int port) throws IOException {
        assumeTrue(isHere(), "mosquitto is not installed");
        return new Mosquitto(folder, port, List.of("allow_anonymous true"));
    }

    /** A broker that speaks TLS only, as {@code localhost}, and knows one user; its authority is {@code ca.pem}. */
    static Mosquitto guarded(Path folder) throws IOException, InterruptedException {
        assumeTrue(isHere(), "mosquitto is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        certify(folder);
        run(folder, "mosquitto_passwd", "-b", "-c", "users", USER, PASSWORD);
        return new Mosquitto(
                folder,
                freePort(),
                List.of(
                        "allow_anonymous false",
                        "password_file " + folder.resolve("users"),
                        "cafile " + folder.resolve("ca.pem"),
                        "certfile " + folder.resolve("server.pem"),
                        "keyfile " + folder.resolve("server.key")));
    }

    private static boolean isHere() {
        return Files.isExecutable(BINARY);
    }

    int port() {
        return port;
    }

    /** An authority of our own, and the broker's certificate for {@code localhost} signed by it. */
    private static void certify(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("names"), "subjectAltName=DNS:localhost\n");
        run(folder, newKey("ca.key", "test authority", "-x509", "-days", "2", "-out", "ca.pem"));
        run(folder, newKey("server.key", "localhost", "-out", "server.csr"));
        run(
                folder,
                "openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem"
                        .split(" ", -1));
    }

    private static String[] newKey(String key, String name, String... rest) {
        var command = new java.util.ArrayList<>(
                List.of("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-subj", "/CN=" + name));
        command.addAll(List.of(rest));
        return command.toArray(String[]::new);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("commands.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", command[0], Files.readString(log))
                .isZero();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        // Asked politely between listening and its main loop, it forgets that it was asked, and stays.
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
