package dev.millwright.app.cli;

import dev.millwright.twin.journal.DirectoryLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that holds a journal's lock until its input ends. */
final class LockHolder implements AutoCloseable {

    private final Process process;

    LockHolder(Path journal) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        journal.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
        if (!"locked".equals(words.readLine())) {
            throw new IllegalStateException("The other process did not get the lock.");
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        process.onExit().join();
    }

    public static void main(String... args) throws IOException {
        try (var lock = DirectoryLock.take(Path.of(args[0]))) {
            System.out.println(lock == null ? "free" : "locked");
            System.out.flush();
            while (System.in.read() >= 0) {
                // waits for the end of the input
            }
        }
    }
}
