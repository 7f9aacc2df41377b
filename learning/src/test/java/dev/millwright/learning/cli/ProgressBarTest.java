package dev.millwright.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {
    private static final long SECOND = 1_000_000_000;

    private final StringWriter said = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    private ProgressBar bar(boolean watched) {
        return new ProgressBar(new PrintWriter(said), watched, now::get);
    }

    @Test
    void aLogGetsALineATenthWithTheTimeLeft() {
        var bar = bar(false);
        for (int step = 1; step <= 40; step++) {
            bar.at("learning", step, 40, 2.0 / step);
            now.addAndGet(SECOND);
        }
        assertThat(said.toString().lines())
                .hasSize(10)
                .first()
                .isEqualTo("[##......................] learning 4 of 40, loss 0.5000, 36 s left");
        assertThat(said.toString()).endsWith("learning 40 of 40, loss 0.0500, took 39 s" + System.lineSeparator());
    }

    /** A training that goes on half-way has no speed of its own yet; then it has that of its own steps. */
    @Test
    void theTimeLeftIsThatOfThisRun() {
        var bar = bar(false);
        bar.at("learning", 20, 40, 1);
        now.addAndGet(4 * SECOND);
        bar.at("learning", 24, 40, 1);
        assertThat(said.toString().lines())
                .containsExactly(
                        "[############............] learning 20 of 40, loss 1.0000",
                        "[##############..........] learning 24 of 40, loss 1.0000, 16 s left");
    }

    @Test
    void aTerminalGetsOneLineThatIsRewrittenNotTooOften() {
        var bar = bar(true);
        for (int step = 1; step <= 1000; step++) {
            bar.at("judging", step, 1000, Double.NaN);
            now.addAndGet(SECOND / 1000);
        }
        assertThat(said.toString().split("\r", -1)).hasSizeBetween(6, 8);
        assertThat(said.toString()).containsOnlyOnce("\n").endsWith("took 1 s" + System.lineSeparator());
    }

    @Test
    void longTimesAreToldInLargerUnits() {
        assertThat(ProgressBar.time(59.4)).isEqualTo("59 s");
        assertThat(ProgressBar.time(130)).isEqualTo("2 min 10 s");
        assertThat(ProgressBar.time(7322)).isEqualTo("2 h 2 min");
    }

    @Test
    void whoStopsATrainingIsToldWhereItGoesOnUntilItIsOver(@TempDir Path kept) throws IOException {
        var farewell = new Farewell(kept, new PrintWriter(said));
        farewell.say();
        assertThat(said.toString()).as("nothing is kept yet").isEmpty();
        Files.createFile(kept.resolve("losses.csv"));
        farewell.say();
        assertThat(said.toString()).contains("The same command goes on from what is kept in " + kept);
        said.getBuffer().setLength(0);
        farewell.close();
        farewell.say();
        assertThat(said.toString()).isEmpty();
    }
}
