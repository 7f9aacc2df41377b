package dev.millwright.learning.life;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was trained is not trained again, and nothing that was cut off is taken for whole. */
class CheckpointsTest {
    @TempDir
    private Path folder;

    private static void made(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasMadeOnceIsFoundAgain() {
        var made = new ArrayList<String>();
        for (int run = 0; run < 2; run++) {
            var checkpoints = Checkpoints.in(folder.resolve("kept"));
            for (var what : new String[] {"a", "b"}) {
                assertThat(checkpoints.keep(what, () -> {
                            made.add(what);
                            return bytes("made of " + what);
                        }))
                        .isEqualTo(bytes("made of " + what));
            }
        }
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void whatFailedHalfWayIsMadeAnew() {
        var checkpoints = Checkpoints.in(folder);
        assertThatThrownBy(() -> checkpoints.keep("a", () -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(checkpoints.keep("a", () -> bytes("whole"))).isEqualTo(bytes("whole"));
    }

    @Test
    void aTrainingThatWasKilledFindsItsOwnCheckpoints() {
        var checkpoints = Checkpoints.in(folder.resolve("kept"));
        assertThatThrownBy(() -> checkpoints.keep("a", steps -> {
                    made(requireNonNull(steps).resolve("step-1"));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(checkpoints.keep(
                        "a",
                        steps -> bytes("" + Files.exists(requireNonNull(steps).resolve("step-1")))))
                .isEqualTo(bytes("true"));
        assertThat(Checkpoints.NONE.keep("a", steps -> bytes("" + steps))).isEqualTo(bytes("null"));
        checkpoints.discard();
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeIsRefusedInWords() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Checkpoints.in(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Name a folder that can be written.");
        assertThat(Checkpoints.NONE.keep("a", () -> bytes("made"))).isEqualTo(bytes("made"));
    }
}
