package dev.millwright.scheduling.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class GanttTest {
    private static final Epoch MORNING = new Epoch(Instant.parse("2026-11-25T05:00:00Z"), ZoneId.of("Europe/Berlin"));

    /** One machine that is set up between two jobs, the second of which is late. */
    private static Chart small(Epoch epoch) {
        var press = Machine.of("press").setUpFor("red").breaks(new Window(7_200, 10_800));
        var red = Job.of("R", Operation.of("R1", new Mode("press", 3_600)).family("red"))
                .due(9_000);
        var blue = Job.of(
                        "B <&> \"Co\"",
                        Operation.of("B1", new Mode("press", 1_800)).family("blue"))
                .due(5_000);
        var problem = Problem.of(
                        List.of(press, Machine.subcontractor("smith").down(new Window(0, 900))), List.of(red, blue))
                .setups(SetupTimes.everywhere(Map.of("red", Map.of("blue", 600L))))
                .maintenance(new MaintenanceTask("oil", "press", 900, 11_000, 20_000, 1));
        return new Chart("Two jobs", problem, new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.LPT), epoch);
    }

    @Test
    void thePictureShowsBarsSetupsBreaksMaintenanceDueDatesAndFigures() throws Exception {
        var svg = GanttSvg.draw(small(MORNING));
        assertThat(texts(parsed(svg)))
                .contains("Two jobs", "press", "smith", "due", "R1", "B1", "oil")
                .contains("makespan 1 h 40 min, 1 of 2 jobs late, tardiness 1000, setups 10 min, by LPT")
                .contains("06:00", "07:00", "09:00", "Wed 25 Nov, local time, Europe/Berlin");
        assertThat(svg)
                .contains("url(#hatch)", "class=\"break\"", "class=\"down\"", "class=\"maintenance\"", "frame s-late")
                .contains("B1 of B &lt;&amp;> &quot;Co&quot; on press", "setup 10 min", "late by 16 min 40 s")
                .contains("prefers-color-scheme: dark");
    }

    /** Whatever the problem holds, the picture is XML and nothing of it lies outside. */
    @Test
    void everyScheduleOfEverySizeIsDrawnWithinItsPicture() throws Exception {
        for (long seed = 0; seed < 30; seed++) {
            var problem = RichProblems.of(seed, 3 + (int) seed * 4, 1 + (int) (seed % 9));
            var schedule = new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.MWKR);
            var chart = new Chart("seed " + seed, problem, schedule, seed % 2 == 0 ? MORNING : Epoch.UNKNOWN);
            var root = parsed(GanttSvg.draw(chart)).getDocumentElement();
            double width = Double.parseDouble(root.getAttribute("width"));
            double height = Double.parseDouble(root.getAttribute("height"));
            var rects = root.getElementsByTagName("rect");
            long open = schedule.assignments().stream()
                    .filter(each -> each.end() > problem.now())
                    .count();
            assertThat(rects.getLength()).as("seed " + seed).isGreaterThanOrEqualTo((int) open);
            for (int i = 0; i < rects.getLength(); i++) {
                var rect = rects.item(i).getAttributes();
                double x = number(rect.getNamedItem("x").getNodeValue());
                double right = x + number(rect.getNamedItem("width").getNodeValue());
                double bottom = number(rect.getNamedItem("y").getNodeValue())
                        + number(rect.getNamedItem("height").getNodeValue());
                assertThat(x).as("seed " + seed).isGreaterThanOrEqualTo(0);
                assertThat(right).as("seed " + seed).isLessThanOrEqualTo(width + 1);
                assertThat(bottom).as("seed " + seed).isLessThanOrEqualTo(height + 1);
            }
            for (int columns : new int[] {20, 80, 200}) {
                for (var line : GanttText.draw(chart, columns, GanttText.Letters.UNICODE)
                        .lines()
                        .toList()) {
                    if (line.endsWith("│")) {
                        assertThat(line.length()).as("seed " + seed).isLessThanOrEqualTo(Math.max(columns, 34));
                    }
                }
            }
        }
    }

    @Test
    void theImageIsSharpAndHasTheColoursOfTheJobs() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(GanttPng.draw(small(Epoch.UNKNOWN))));
        assertThat(image.getWidth()).isGreaterThan(2_000);
        assertThat(share(image, Ink.job(0).light()))
                .as("an hour of the hundred minutes")
                .isBetween(0.03, 0.4);
        assertThat(share(image, Ink.job(1).light())).isBetween(0.01, 0.2);
    }

    private static double share(BufferedImage image, String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        long hits = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                hits += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return (double) hits / image.getWidth() / image.getHeight();
    }

    @Test
    void aTerminalShowsTheSameInLetters() {
        assertThat(GanttText.draw(small(MORNING), 60, GanttText.Letters.UNICODE))
                .isEqualTo("""
                press │R1━━━━━━━━━━━━━╸╱╱B1━━━━━╸     ░░░░░░░░░░░░░░░░ oil▓│
                smith │▒▒▒▒                                                │
                       06:00           07:00          08:00           09:00
                       Wed 25 Nov, local time, Europe/Berlin, ╱ setup, ░ break, ▒ down, ▓ maintenance
                """);
        assertThat(GanttText.draw(
                        new Chart(
                                "",
                                Instances.ft06(),
                                new Dispatcher(PlanRequest.of(Instances.ft06())).byRule(DispatchRule.MWKR),
                                Epoch.UNKNOWN),
                        60,
                        GanttText.Letters.ASCII))
                .contains("=", ">", "|", "0 ")
                .doesNotContain("━", "setup", "break");
    }

    @Test
    void ticksAreRoundInSecondsAndOnTheClock() {
        assertThat(new TimeScale(3, 57, Epoch.UNKNOWN).ticks(6).stream().map(TimeScale.Tick::words))
                .containsExactly("10", "20", "30", "40", "50");
        assertThat(new TimeScale(0, 200_000, MORNING).ticks(7).stream().map(TimeScale.Tick::words))
                .containsExactly("12:00", "Thu 26 Nov", "12:00", "Fri 27 Nov", "12:00");
        assertThat(new TimeScale(100, 190, MORNING).ticks(4).stream().map(TimeScale.Tick::words))
                .containsExactly("06:02:00", "06:02:30", "06:03:00");
        assertThat(new TimeScale(0, 100 * 86_400L, MORNING).ticks(5)).hasSizeBetween(2, 5);
        assertThat(List.of(45L, 60L, 61L, 3_600L, 5_400L, 86_400L, 100_000L).stream()
                        .map(TimeScale::duration))
                .containsExactly("45 s", "1 min", "1 min 01 s", "1 h", "1 h 30 min", "1 d", "1 d 3 h");
    }

    private static double number(String text) {
        return text.endsWith("%") ? 0 : Double.parseDouble(text);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        var nodes = svg.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
