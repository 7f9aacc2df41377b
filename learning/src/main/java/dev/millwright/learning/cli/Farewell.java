package dev.millwright.learning.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a person who stops a training by Ctrl-C what is kept; when the training is over, it has nothing left to say. */
final class Farewell implements AutoCloseable {
    private final Path kept;
    private final PrintWriter out;
    private volatile boolean over;

    /** @param kept the folder of what was trained so far */
    Farewell(Path kept, PrintWriter out) {
        this.kept = kept;
        this.out = out;
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("farewell").unstarted(this::say));
    }

    /** Whether a folder of what was trained so far holds anything. */
    static boolean isSomething(Path kept) {
        if (!Files.isDirectory(kept)) {
            return false;
        }
        try (var files = Files.list(kept)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(kept + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Says it, unless all is said. */
    void say() {
        if (!over && isSomething(kept)) {
            out.printf("%nStopped. The same command goes on from what is kept in %s%n", kept);
            out.flush();
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
