package dev.millwright.app;

import dev.millwright.plant.Plant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name on a data directory: whose journal lies in it, so that no plant reads another's. */
public final class PlantMark {

    private static final String FILE = "plant-name";

    private PlantMark() {}

    /** Puts a plant's name on a data directory that has none. */
    static void put(Path dataDir, Plant plant) {
        Path mark = dataDir.resolve(FILE);
        try {
            if (!Files.exists(mark)) {
                Files.createDirectories(dataDir);
                Files.writeString(mark, plant.name() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory %s cannot be written to: %s\nName another with --data-dir."
                            .formatted(dataDir, e.getMessage()),
                    e);
        }
    }

    /** Refuses a data directory that bears another plant's name. */
    public static void require(Path dataDir, Plant plant) {
        Path mark = dataDir.resolve(FILE);
        try {
            String name = Files.exists(mark) ? Files.readString(mark).strip() : plant.name();
            if (!name.equals(plant.name())) {
                throw new IllegalArgumentException(
                        "%s holds what happened in plant '%s', not in '%s'.\nName that plant with --plant, or another --data-dir; a plant that only changed its name: edit %s."
                                .formatted(dataDir, name, plant.name(), mark));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(mark, e.getMessage()), e);
        }
    }
}
