package dev.millwright.learning.cli;

import dev.millwright.inference.ModelRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Tells apart folders of data: the hash of a list of all files, each with its own hash, as sha256sum prints them. */
final class FolderHash {
    private FolderHash() {}

    static String of(Path folder) {
        try (var files = Files.walk(folder)) {
            var lines = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> hash(file) + "  " + folder.relativize(file))
                    .collect(Collectors.joining("\n", "", "\n"));
            return ModelRegistry.sha256(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static String hash(Path file) {
        try {
            return ModelRegistry.sha256(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
