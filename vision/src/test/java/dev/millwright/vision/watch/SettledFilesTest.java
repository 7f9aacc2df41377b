package dev.millwright.vision.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileIsToldOnceItHasStoppedGrowing() throws IOException {
        var files = new SettledFiles(folder);
        Path growing = Files.writeString(folder.resolve("growing"), "half");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThat(files.scan()).isEmpty();
        Files.writeString(growing, " of it", StandardOpenOption.APPEND);
        Path whole =
                Files.writeString(Files.createDirectory(folder.resolve("lot")).resolve("whole"), "all");
        assertThat(files.scan()).isEmpty();
        assertThat(files.scan()).containsExactly(growing, whole);
        assertThat(files.scan()).isEmpty();
        Files.writeString(empty, "no longer");
        Files.delete(whole);
        assertThat(files.scan()).isEmpty();
        assertThat(files.scan()).containsExactly(empty);
        Files.writeString(growing, "another one");
        files.scan();
        assertThat(files.scan()).containsExactly(growing);
    }
}
