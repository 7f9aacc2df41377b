package dev.millwright.app.cli;

import dev.millwright.app.PlantFiles;
import dev.millwright.connectors.replay.RecordedPlant;
import dev.millwright.connectors.replay.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which plant runs, and where it keeps its data: the one named, or the one that a recording fits.
 *
 * @param drawn true for a plant file that was drawn from the recording
 */
record PlantChoice(Path file, Path dataDir, boolean drawn) {

    private static final String DEFAULT = "board-shop";

    /** @param plant and {@code dataDir} are empty where nobody said */
    static PlantChoice of(String plant, String dataDir, @Nullable Path replay) throws IOException {
        if (!plant.isEmpty() || replay == null) {
            return shipped(plant.isEmpty() ? DEFAULT : plant, dataDir);
        }
        return switch (Recording.plant(replay)) {
            case RecordedPlant.Shipped(var name) -> shipped(name, dataDir);
            case RecordedPlant.Drawn(var name, var yaml) -> {
                Path home = dataDir.isEmpty() ? PlantFiles.dataDirOf(name) : Path.of(dataDir);
                Path file = home.resolve("plant.yaml");
                DataDir.require(home);
                if (!Files.exists(file)) {
                    Files.writeString(file, yaml);
                }
                yield new PlantChoice(file, home, true);
            }
        };
    }

    private static PlantChoice shipped(String plant, String dataDir) {
        Path file = PlantFiles.find(plant);
        return new PlantChoice(file, dataDir.isEmpty() ? PlantFiles.dataDirOf(plant) : Path.of(dataDir), false);
    }
}
