package dev.millwright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.event.EventJson;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
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
                        "millwright: There is no " + missing + ".",
                        "Name an instance, such as ft06.txt or mk01.fjs, or our JSON.");
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

    /** A saw and a press, of which the saw is wanted twice; the second job is late whatever comes first. */
    private static final String SHOP = """
            {"now": "2026-11-25T06:00:00Z", "machines": ["saw", "press"],
             "jobs": [
               {"id": "A", "due": "20 min", "operations": [
                 {"machine": "saw", "duration": 600}, {"machine": "press", "duration": 600}]},
               {"id": "B", "due": "15 min", "operations": [{"machine": "saw", "duration": 900}]}]}
            """;

    @Test
    void aProblemOfOurOwnIsShownAsJobsMachinesAndAChart() throws IOException {
        Path shop = Files.writeString(folder.resolve("shop.json"), SHOP);
        var shell = Shell.run("schedule", shop, "--objective", "late-jobs>makespan", "--seed", 7, "--workers", 1);
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out())
                .containsPattern("A +2026-11-25 06:00 +2026-11-25 06:20 +2026-11-25 06:20 +-")
                .containsPattern("B +2026-11-25 06:10 +2026-11-25 06:25 +2026-11-25 06:15 +600")
                .containsPattern("saw +1500 +0 +100 %")
                .containsPattern("press +600 +0 +40 %")
                .containsPattern("saw +[|│]A-1")
                .contains("late-jobs 1", "makespan  1500", "keeps every rule");
    }

    /** What --out writes, --check reads; a plan that somebody has changed by hand is told rule by rule. */
    @Test
    void aPlanIsWrittenInEveryFormatAndJudged() throws IOException {
        Path shop = Files.writeString(folder.resolve("shop.json"), SHOP);
        Path plans = folder.resolve("plans");
        var words = new ArrayList<Object>(List.of("schedule", shop, "--solver", "rule:edd"));
        for (var ending : List.of("json", "csv", "ics", "svg", "PNG")) {
            words.addAll(List.of("--out", plans.resolve("plan." + ending)));
        }
        var shell = Shell.run(words.toArray());
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("written to " + plans.resolve("plan.ics"));
        assertThat(plans.resolve("plan.csv")).content().contains("operation,B,B-1,saw,0,2026-11-25T06:00:00Z");
        assertThat(plans.resolve("plan.ics")).content().contains("DTSTART:20261125T060000Z");
        assertThat(plans.resolve("plan.svg")).content().startsWith("<svg");
        assertThat(ImageIO.read(plans.resolve("plan.PNG").toFile()).getWidth()).isGreaterThan(1_000);

        Path plan = plans.resolve("plan.json");
        assertThat(Shell.run("schedule", shop, "--check", plan).out()).contains("checked   keeps every rule");
        Files.writeString(
                plan,
                Files.readString(plan)
                        .replace(
                                "06:15:00Z\", \"end\": \"2026-11-25T06:25",
                                "06:10:00Z\", \"end\": \"2026-11-25T06:20"));
        var judged = Shell.run("schedule", shop, "--check", plan);
        assertThat(judged.code()).isEqualTo(1);
        assertThat(judged.out())
                .contains(
                        "checked   breaks 1 rules",
                        "B-1 of B on saw 0..900",
                        "A-1 of A on saw 600..1200",
                        "share time");
    }

    /** An instance has no dates; a calendar of it begins now. */
    @Test
    void anInstanceBecomesACalendarFromNowOn() throws IOException {
        Path instance = Files.writeString(folder.resolve("tiny.fjs"), "1 2 2\n2 2 1 3 2 4 2 1 5 2 2\n");
        Path calendar = folder.resolve("plan.ics");
        assertThat(Shell.run("schedule", instance, "--out", calendar).code()).isZero();
        assertThat(calendar).content().contains("BEGIN:VEVENT", "SUMMARY:J1-1 on M1");
    }

    @Test
    void whatNoPlanCanKeepIsToldInWords() throws IOException {
        Path shop =
                Files.writeString(folder.resolve("shop.json"), SHOP.replace("\"due\": \"15 min\"", "\"deadline\": 60"));
        var shell = Shell.run("schedule", shop);
        assertThat(shell.code()).isEqualTo(1);
        assertThat(shell.out())
                .contains("No plan keeps every rule:", "B has the deadline 60, but cannot end before 900");
    }

    @Test
    void aMistakeInOurJsonIsToldByLineAndField() throws IOException {
        Path shop =
                Files.writeString(folder.resolve("shop.json"), SHOP.replace("\"duration\": 900", "\"duraton\": 900"));
        assertThat(Shell.run("schedule", shop).complaint())
                .containsExactly(
                        "millwright: shop.json, line 5, column 67, jobs[1].operations[0].duraton: found the unknown field"
                                + " 'duraton'",
                        "Did you mean 'duration'?");
    }

    @Test
    void wordsNobodyCouldFollowAreWrongUse() throws IOException {
        Path instance = Files.writeString(folder.resolve("ft06.txt"), FT06);
        assertThat(wrongUse(instance, "--objective", "makspan")).contains("Did you mean 'makespan'?");
        assertThat(wrongUse(instance, "--solver", "oracle")).contains("There is no solver 'oracle'.");
        assertThat(wrongUse(instance, "--workers", 0)).contains("Solver workers 0");
        assertThat(wrongUse(instance, "--out", "plan.gif")).contains("'plan.gif' has no ending that names a format.");
    }

    private static String wrongUse(Object... words) {
        var all = new ArrayList<Object>(List.of("schedule"));
        all.addAll(List.of(words));
        var shell = Shell.run(all.toArray());
        assertThat(shell.code()).isEqualTo(Main.WRONG_USE);
        return shell.err();
    }

    @Test
    void theLineThatIsRewrittenTellsTimeObjectiveAndBound() {
        assertThat(SearchLine.words(1.26, 10, null)).isEqualTo("1.3 of 10 s  looking for a first plan");
        var schedule = new Schedule("tabu", List.of(), List.of(), Score.NONE);
        var best = new Incumbent(schedule, 57, 55.0, Duration.ofSeconds(1));
        assertThat(SearchLine.words(2, 10, best)).isEqualTo("2.0 of 10 s  objective 57, bound 55, makespan 0, by tabu");
        var drawn = new StringWriter();
        new SearchLine(new PrintWriter(drawn), 10).close();
        assertThat(drawn.toString()).endsWith("\r\u001b[K");
    }
}
