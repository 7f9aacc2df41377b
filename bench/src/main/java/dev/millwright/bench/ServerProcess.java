package dev.millwright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A packaged Millwright as a process of its own, with the launcher's flags. */
final class ServerProcess implements AutoCloseable {

    static final JsonMapper JSON = EventJson.mapper();
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a server on free ports, without waiting for it. */
    static ServerProcess start(Path dataDir, String plant, int speed, String... more) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home().resolve("app/server.jvm"),
                "-jar",
                home().resolve("app/target/app-0.1.0-SNAPSHOT-runner.jar").toString(),
                "up",
                "--plant",
                plant,
                "--speed",
                String.valueOf(speed),
                "--port",
                String.valueOf(port),
                "--mqtt-port",
                "0",
                "--data-dir",
                dataDir.toString()));
        command.addAll(List.of(more));
        Path aot = home().resolve("app/target/millwright.aot");
        if (Files.exists(aot)) {
            command.addAll(1, List.of("-XX:AOTCache=" + aot, "-Xlog:aot=off"));
        }
        Files.createDirectories(dataDir);
        Path log = dataDir.resolve("server.log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().put("MILLWRIGHT_HOME", home().toString());
        return new ServerProcess(builder.start(), port, log);
    }

    static Path home() {
        String home = System.getenv("MILLWRIGHT_HOME");
        if (home != null) {
            return Path.of(home);
        }
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("millwright"))
                ? here
                : here.resolve("..").normalize();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI socket() {
        return URI.create("ws://127.0.0.1:" + port + "/ws");
    }

    /** Waits until the server says that it is ready; milliseconds since {@code startNanos}. */
    double awaitReady(long startNanos) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended by itself:\n" + Files.readString(log));
            }
            if (status("/health/ready") == 200) {
                return (System.nanoTime() - startNanos) / 1e6;
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException(
                "The server was not ready within " + READY_WITHIN + ":\n" + Files.readString(log));
    }

    private int status(String path) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    HttpClient http() {
        return http;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    HttpResponse<String> send(String method, String path, Object body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(10))
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Resident memory in MiB, as the kernel counts it. */
    double rssMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("The server's memory cannot be read.");
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the server as a user would, and waits for its last words to the disk. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
