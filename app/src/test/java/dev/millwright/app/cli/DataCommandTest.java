package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DataCommandTest {

    @Test
    void listTellsOfEachSetWhetherItIsHereAndUnderWhichLicence() {
        var shell = Shell.run("data", "list");
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).startsWith("Looked for in " + PublicData.root());
        for (var set : PublicData.SETS) {
            assertThat(shell.out())
                    .containsPattern(set.name() + " +" + (Files.exists(set.dir()) ? "here" : "missing"))
                    .contains("licence: " + set.licence() + "; source: " + set.source());
            assertThat(set.sha256()).matches("[0-9a-f]{64}");
        }
        assertThat(Shell.run("data").out()).isEqualTo(shell.out());
    }

    @Test
    void anUnknownSetNamesTheKnownOnes() {
        var shell = Shell.run("data", "fetch", "unknown");
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint()).hasSize(2).first().isEqualTo("millwright: There is no data set 'unknown'.");
        assertThat(shell.complaint().getLast()).contains("cmapss", "deeppcb", "skab");
    }

    /** Nothing is fetched over the network here: a set is there with its hash, or its source is named. */
    @Test
    void aSetOfManyFilesIsHereOrSaysWhereToTakeItFrom() {
        var set = PublicData.named("cmapss");
        var shell = Shell.run("data", "fetch", set.name());
        if (Files.exists(set.dir().resolve(set.file()))) {
            assertThat(shell.code()).isZero();
            assertThat(shell.out()).contains("cmapss is here already, and its hash is right");
        } else {
            assertThat(shell.code()).isEqualTo(1);
            assertThat(shell.complaint()).first().isEqualTo("millwright: 'cmapss' has no single file to download.");
            assertThat(shell.err()).contains(set.source());
        }
    }
}
