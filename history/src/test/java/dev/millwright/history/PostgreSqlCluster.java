package dev.millwright.history;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A throw-away PostgreSQL server in a folder of its own, from the system's binaries. */
final class PostgreSqlCluster {

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgreSqlCluster(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    /** The newest server's folder of programs, or null where none is installed. */
    static @Nullable Path installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return null;
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    static PostgreSqlCluster start(Path bin) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("millwright-postgres");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostgreSqlCluster cluster = new PostgreSqlCluster(bin, home, port);
        if (isRoot()) {
            // The server refuses to run as root.
            execute(List.of("chown", "-R", "nobody", home.toString()), home);
        }
        cluster.asServer("initdb", "-D", cluster.data(), "-U", "millwright", "-A", "trust", "-E", "UTF8", "--no-sync");
        cluster.asServer(
                "pg_ctl",
                "-D",
                cluster.data(),
                "-w",
                "-l",
                home.resolve("server.log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + home,
                "start");
        return cluster;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    void stop() throws IOException, InterruptedException {
        asServer("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "nobody", "--") : List.of());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        execute(command, home);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void execute(List<String> command, Path home) throws IOException, InterruptedException {
        Path log = Files.createTempFile("millwright-postgres", ".log");
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean done = process.waitFor(60, TimeUnit.SECONDS);
        String said = Files.readString(log);
        Files.delete(log);
        if (!done || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command + " failed: " + said);
        }
    }
}
