package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.file.PlantFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantChoiceTest {

    @TempDir
    private Path dir;

    @Test
    void theOneNamedWinsAndTheBoardShopRunsWhenNobodySpeaks() throws IOException {
        assertThat(PlantChoice.of("", "", null).file()).hasFileName("board-shop.yaml");
        var named = PlantChoice.of("machine-shop", dir.toString(), table());
        assertThat(named.file()).hasFileName("machine-shop.yaml");
        assertThat(named.dataDir()).isEqualTo(dir);
    }

    @Test
    void enginesRunOnTheirCells() throws IOException {
        Path engines = Files.createDirectory(dir.resolve("engines"));
        Files.writeString(engines.resolve("train_FD001.txt"), "1 1" + " 1.0".repeat(24) + "\n");
        var choice = PlantChoice.of("", "", engines);
        assertThat(choice.file()).hasFileName("engine-cells.yaml");
        assertThat(choice.drawn()).isFalse();
    }

    @Test
    void aTableDrawsItsPlantOnceAndNeverOverItsOwnersChanges() throws IOException {
        Path data = dir.resolve("data");
        var choice = PlantChoice.of("", data.toString(), table());
        assertThat(choice.drawn()).isTrue();
        assertThat(choice.file()).isEqualTo(data.resolve("plant.yaml"));
        assertThat(PlantFile.load(choice.file()).machines()).hasSize(1);

        Files.writeString(choice.file(), Files.readString(choice.file()).replace("Machine 1", "My press"));
        var again = PlantChoice.of("", data.toString(), dir.resolve("table"));
        assertThat(PlantFile.load(again.file()).machines().getFirst().name()).isEqualTo("My press");
    }

    private Path table() throws IOException {
        Path table = Files.createDirectory(dir.resolve("table"));
        Files.writeString(table.resolve("press.csv"), "time,stroke\n2024-01-01,1\n2024-01-02,2\n");
        return table;
    }
}
