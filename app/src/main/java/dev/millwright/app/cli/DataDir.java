package dev.millwright.app.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The place for what Millwright must not forget. */
final class DataDir {

    private DataDir() {}

    /** Makes a data directory where there is none, and refuses a place nothing can be written to. */
    static void require(Path dir) {
        try {
            Files.createDirectories(dir);
        } catch (FileSystemException e) {
            throw refusal(dir, e.getReason(), e);
        } catch (IOException e) {
            throw refusal(dir, e.getMessage(), e);
        }
        if (!Files.isWritable(dir)) {
            throw refusal(dir, "it may not be written to", null);
        }
    }

    private static IllegalArgumentException refusal(Path dir, @Nullable String why, @Nullable IOException cause) {
        return new IllegalArgumentException(
                "The data directory %s cannot be used%s.\nName a place you may write to with --data-dir."
                        .formatted(dir, why == null ? "" : ": " + why),
                cause);
    }
}
