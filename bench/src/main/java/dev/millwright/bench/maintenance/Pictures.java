package dev.millwright.bench.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a measurement's pictures go.
 *
 * @param folder made where it is missing; null: none are drawn
 */
record Pictures(@Nullable Path folder) {
    static final Pictures NONE = new Pictures(null);

    /** Draws a picture and writes it as {@code NAME.svg}, if pictures are wanted. */
    void add(String name, Supplier<String> svg) {
        if (folder == null) {
            return;
        }
        var file = folder.resolve(name + ".svg");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, svg.get());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written: %s\nName a folder that can be written with --plots."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
