package dev.millwright.bench.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a picture of what went wrong most. */
final class WorstCases {
    private WorstCases() {}

    /**
     * Writes it into a folder that is made where it is missing.
     *
     * @param folder null: nobody asked for it
     */
    static void write(@Nullable Path folder, String name, byte[] png) throws IOException {
        if (folder != null) {
            Files.write(Files.createDirectories(folder).resolve(name), png);
        }
    }
}
