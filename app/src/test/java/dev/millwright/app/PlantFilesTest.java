package dev.millwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantFilesTest {

    @TempDir
    private Path dir;

    @Test
    void aPlantIsFoundByFileOrByShippedName() throws IOException {
        Path mine = Files.writeString(dir.resolve("mine.yaml"), "plant: mine");
        assertThat(PlantFiles.find(mine.toString())).isEqualTo(mine);
        assertThat(PlantFiles.find("board-shop").toRealPath())
                .isEqualTo(Path.of("../examples/board-shop.yaml").toRealPath());
        assertThat(PlantFiles.shipped()).containsExactly("board-shop", "engine-cells", "machine-shop");
        assertThatThrownBy(() -> PlantFiles.find(dir.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no plant '%s'", dir)
                .hasMessageContaining("board-shop, engine-cells");
    }

    /** Two plants in one directory would read each other's journal. */
    @Test
    void eachPlantHasADataDirectoryOfItsOwn() {
        Path home = Path.of(System.getProperty("user.home"), ".local", "share", "millwright");
        assertThat(PlantFiles.dataDirOf("board-shop")).isEqualTo(home.resolve("board-shop"));
        assertThat(PlantFiles.dataDirOf("plants/mine.yaml")).isEqualTo(home.resolve("mine"));
        assertThat(PlantFiles.dataDirOf("mine.v2.yml")).isEqualTo(home.resolve("mine.v2"));
    }
}
