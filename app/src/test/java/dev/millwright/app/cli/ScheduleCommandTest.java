package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleCommandTest {

    /** Fisher and Thompson's 6 x 6; its best makespan, 55, is proven. */
    private static final String FT06 = """
            6 6
            2 1 0 3 1 6 3 7 5 3 4 6
            1 8 2 5 4 10 5 10 0 10 3 4
            2 5 3 4 5 8 0 9 1 1 4 7
            1 5 0 5 2 5 3 3 4 8 5 9
            2 9 1 3 4 5 5 4 0 3 3 1
            1 3 3 3 5 9 0 10 4 4 2 1
            """;

    @TempDir
    private Path folder;

    @Test
    void ft06IsSolvedToItsKnownOptimum() throws IOException {
        Path instance = Files.writeString(folder.resolve("ft06.txt"), FT06);
        Path json = folder.resolve("plan.json");

        var shell = Shell.run("schedule", instance, "--limit", 20, "--watch", "--json", json);

        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .contains("makespan  55 (optimal)", "bound     55 (gap 0.00 %)", "keeps every rule")
                .containsPattern("s  makespan \\d+, bound");
        var figures = EventJson.mapper().readTree(json.toFile());
        assertThat(figures.path("what").asText()).isEqualTo("schedule");
        assertThat(figures.path("settings").path("instance").asText()).isEqualTo("ft06.txt");
        assertThat(figures.path("settings").path("limit_s").asDouble()).isEqualTo(20);
        assertThat(figures.path("metrics").path("makespan").asInt()).isEqualTo(55);
        assertThat(figures.path("metrics").path("gap_percent").asDouble()).isZero();
        assertThat(figures.path("metrics").path("violations").asInt(-1)).isZero();
        assertThat(figures.path("rows")).hasSize(36);
        int end = 0;
        for (var row : figures.path("rows")) {
            end = Math.max(end, row.path("end").asInt());
        }
        assertThat(end).isEqualTo(55);
    }

    @Test
    void theEndingTellsAFlexibleInstance() throws IOException {
        // One job of two operations, each on either of two machines: the quicker ones take 3 + 2.
        Path instance = Files.writeString(folder.resolve("tiny.fjs"), "1 2 2\n2 2 1 3 2 4 2 1 5 2 2\n");
        var shell = Shell.run("schedule", instance);
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("makespan  5 (optimal)").doesNotContain(", by ");
    }

    /** One machine, works 3 and 2, due at 3 and 2, weights 1 and 5: the second first costs 2, else 15. */
    @Test
    void dueDatesAndWeightsInTheFileDecideWhatIsMinimised() throws IOException {
        Path instance = Files.writeString(folder.resolve("late.txt"), "2 1\n0 3\n0 2\n0 3 1\n0 2 5\n");
        var shell = Shell.run("schedule", instance);
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("tardiness 2", "makespan  5 (optimal)", "bound     2");
    }

    @Test
    void aBrokenInstanceIsToldWithItsLine() throws IOException {
        Path instance = Files.writeString(folder.resolve("broken.txt"), FT06.replace("2 5 3 4 5 8", "2 5 9 4 5 8"));
        var shell = Shell.run("schedule", instance);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint())
                .containsExactly(
                        "millwright: broken.txt, line 4: has a machine 9, expected 0 to 5",
                        "Compare the file with its format's description.");
    }

    @Test
    void aMissingFileAndAPictureAreToldInWords() throws IOException {
        Path missing = folder.resolve("missing.txt");
        var shell = Shell.run("schedule", missing);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.complaint())
                .containsExactly(
                        "millwright: There is no " + missing + ".", "Name an instance, such as ft06.txt or mk01.fjs.");
        assertThat(Shell.run("schedule", folder).complaint().getFirst())
                .isEqualTo("millwright: " + folder + " is a folder.");
        Path picture = Files.write(folder.resolve("board.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        assertThat(Shell.run("schedule", picture).complaint())
                .containsExactly("millwright: The file holds no UTF-8 text.", "Is it the right file?");
    }

    @Test
    void noTimeIsNoPlan() throws IOException {
        Path instance = Files.writeString(folder.resolve("ft06.txt"), FT06);
        var shell = Shell.run("schedule", instance, "--limit", 0);
        assertThat(shell.code()).isEqualTo(Main.WRONG_USE);
        assertThat(shell.complaint())
                .startsWith("millwright: A limit of 0.0 s leaves no time to search.")
                .endsWith("See './millwright schedule --help'.");
    }
}
