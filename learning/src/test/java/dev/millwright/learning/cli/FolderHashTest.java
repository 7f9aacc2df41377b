package dev.millwright.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.inference.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHashTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** What {@code sha256sum} prints of all files, in the order of their names, and the hash of that. */
    @Test
    void isTheHashOfAListOfHashes(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.createFile(folder.resolve("b/c.png"));
        Files.createFile(folder.resolve("a.png"));
        var list = EMPTY + "  a.png\n" + EMPTY + "  b/c.png\n";
        assertThat(FolderHash.of(folder)).isEqualTo(ModelRegistry.sha256(list.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(folder.resolve("a.png"), "another");
        assertThat(FolderHash.of(folder)).isNotEqualTo(ModelRegistry.sha256(list.getBytes(StandardCharsets.UTF_8)));
    }
}
