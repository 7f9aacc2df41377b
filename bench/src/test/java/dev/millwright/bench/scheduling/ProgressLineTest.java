package dev.millwright.bench.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.SolverChoice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void awayFromATerminalThereIsOneLineATrial() {
        var progress = progress(false);
        progress.skip();
        progress.begin(known(), SolverChoice.of("cpsat"));
        progress.incumbent(120, 90.0, 20.0);
        progress.end(Trials.of("la01", "cpsat", 1, 101));
        assertThat(text().lines()).hasSize(1);
        assertThat(text()).contains("2 of 4  la01 cpsat  101, gap 1.00 %").contains("20 s left");
    }

    @Test
    void onATerminalTheLineIsRewrittenWithTheIncumbentAndItsBound() {
        var progress = progress(true);
        progress.begin(known(), SolverChoice.of("portfolio"));
        progress.end(Trials.of("la01", "portfolio"));
        assertThat(text()).startsWith("\r").contains("1 of 4  la01 portfolio", "40 s left");
    }

    @Test
    void timeLeftIsToldInTheUnitThatSuits() {
        assertThat(ProgressLine.duration(59.6)).isEqualTo("60 s");
        assertThat(ProgressLine.duration(600)).isEqualTo("10 min");
        assertThat(ProgressLine.duration(7200)).isEqualTo("2.0 h");
    }

    private ProgressLine progress(boolean rewrites) {
        return new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), rewrites, 4, 10);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static BestKnown known() {
        return new BestKnown("la01", "la", "10x5", "makespan", 100.0, 100.0, "la01.txt");
    }
}
