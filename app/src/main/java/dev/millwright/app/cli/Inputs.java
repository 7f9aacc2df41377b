package dev.millwright.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files a verb is pointed at, looked at before work begins. */
final class Inputs {

    private Inputs() {}

    /** A file that can be read; what it should be stands in the cure. */
    static Path file(Path path, String wanted) {
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException("%s is a folder.\nName %s.".formatted(path, wanted));
        }
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no %s.\nName %s.".formatted(path, wanted));
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("%s may not be read.\nCheck its permissions.".formatted(path));
        }
        return path;
    }
}
