package dev.millwright.loop.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.loop.quality.PictureShelf.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureShelfTest {

    @TempDir
    private Path dir;

    /** Disks are finite: an inspection goes as a whole, the oldest first, and a restart forgets none of them. */
    @Test
    void keepsTheLatestOfEachKindOverRestarts() throws Exception {
        var shelf = new PictureShelf(dir);
        for (int number = 1; number <= Kind.PASSED.most(); number++) {
            keep(shelf, Kind.PASSED, number);
        }
        keep(shelf, Kind.REJECTED, 3);
        assertThat(shelf.read("passed/I-1.picture.png")).isPresent();

        var restarted = new PictureShelf(dir);
        var kept = keep(restarted, Kind.PASSED, Kind.PASSED.most() + 1);
        assertThat(restarted.read("passed/I-1.png")).isEmpty();
        assertThat(restarted.holds("passed/I-1.template.png")).isFalse();
        assertThat(restarted.holds("passed/I-2.picture.png")).isTrue();
        assertThat(restarted.holds("rejected/I-3.picture.png")).isTrue();
        assertThat(restarted.read(kept.template())).hasValue(bytes("template 501"));
        try (var files = Files.list(dir.resolve("passed"))) {
            assertThat(files.count()).isEqualTo(3L * Kind.PASSED.most());
        }
    }

    @Test
    void readsNothingOutsideItsFolder() throws Exception {
        Files.writeString(dir.resolve("secret"), "x");
        var shelf = new PictureShelf(dir.resolve("shelf"));
        assertThat(shelf.read("../secret")).isEmpty();
        assertThat(shelf.holds("../secret")).isFalse();
        assertThat(shelf.read("passed")).isEmpty();
    }

    @Test
    void namesJpegsAsSuch() {
        assertThat(PictureShelf.extension(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1}))
                .isEqualTo("jpg");
        assertThat(PictureShelf.extension(new byte[] {(byte) 0xff})).isEqualTo("png");
    }

    private static Kept keep(PictureShelf shelf, Kind kind, int number) {
        return shelf.keep(
                kind,
                number,
                new InspectionPictures(bytes("shown"), bytes("picture"), bytes("template " + number), null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
