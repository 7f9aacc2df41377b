package dev.millwright.bench.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.bench.maintenance.NabSeries.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabMeasurementTest {
    private static final String CSV = "machine_temperature_system_failure.csv";
    private static final LocalDateTime START = LocalDateTime.of(2013, 12, 2, 21, 15);
    private static final List<Window> WINDOWS = List.of(new Window(1000, 1199), new Window(3000, 3199));

    @TempDir
    private Path set;

    private static String time(int row) {
        return START.plusMinutes(5L * row).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    }

    /** A temperature that is 80 but for a day in each window. */
    private void machine() throws IOException {
        var random = new Random(1);
        var text = new StringBuilder("timestamp,value\n");
        for (int i = 0; i < 5000; i++) {
            boolean cold = (i >= 1050 && i < 1199) || (i >= 3050 && i < 3199);
            text.append("%s,%s%n".formatted(time(i), 80 + random.nextGaussian() - (cold ? 20 : 0)));
        }
        Files.writeString(set.resolve(CSV), text);
        Files.writeString(
                set.resolve("windows.json"),
                "{\"realKnownCause/%s\": [[\"%s.000000\",\"%s.000000\"],[\"%s.000000\",\"%s.000000\"]]}"
                        .formatted(CSV, time(1000), time(1199), time(3000), time(3199)));
        Files.writeString(
                set.resolve("labels.json"),
                "{\"realKnownCause/%s\": [\"%s\",\"%s\"]}".formatted(CSV, time(1100), time(3100)));
    }

    @Test
    void failuresAreFoundWhenTheyBegin() throws IOException {
        machine();
        var figures = new NabMeasurement(set, Pictures.NONE).run();
        assertThat(figures.metrics().get("windows_found")).isEqualTo(2);
        assertThat(figures.metrics().get("window1_delay_hours").doubleValue()).isBetween(50 / 12.0, 56 / 12.0);
        assertThat(figures.metrics().get("nab_score").doubleValue()).isGreaterThan(85);
        assertThat(figures.metrics().get("false_alarms").intValue()).isLessThan(4);
        assertThat((double) figures.rows().getFirst().get("hours_after_label")).isBetween(-50 / 12.0, -44 / 12.0);
    }

    /** By the published rules of the standard profile. */
    @Test
    void theScoreIsThatOfTheBenchmark() {
        assertThat(NabScore.of(List.of(), WINDOWS, 5000)).isZero();
        assertThat(NabScore.of(List.of(1000, 3000), WINDOWS, 5000)).isCloseTo(100, within(1e-9));
        // The first of several in a window counts, one before any window costs 0.11 of 2 times 2.
        assertThat(NabScore.of(List.of(800, 1000, 1100, 3000), WINDOWS, 5000))
                .isCloseTo(100 - 100 * 0.11 / 4, within(1e-9));
        // In the middle of a window: 0.848 of 0.987; probation counts for nothing.
        assertThat(NabScore.of(List.of(100, 1101), WINDOWS, 5000))
                .isCloseTo(100 * (0.8455 / 0.98661 + 1) / 4, within(0.1));
        assertThat(NabScore.of(List.of(1200), WINDOWS, 5000)).isBetween(-0.1, 0.0);
        assertThat(NabScore.of(List.of(2000), WINDOWS, 5000)).isCloseTo(-100 * 0.11 / 4, within(1e-9));
        assertThat(NabScore.probation(22_695)).isEqualTo(750);
        assertThat(NabScore.probation(1000)).isEqualTo(150);
    }

    @Test
    void whatIsWrongWithASetIsSaid() throws IOException {
        refused(CSV + " cannot be read", "windows.json and labels.json");
        Files.writeString(set.resolve(CSV), "time;value\n");
        refused("does not begin with 'timestamp,value'", "windows.json");
        machine();
        Files.writeString(set.resolve(CSV), "timestamp,value\n%s,hot\n".formatted(time(0)));
        refused("line 2, column value says 'hot'", "A number belongs there");
        Files.writeString(set.resolve(CSV), "timestamp,value\n%s\n".formatted(time(0)));
        refused("line 2 has 1 cells instead of 2", "Fetch");
        machine();
        Files.writeString(
                set.resolve("labels.json"), "{\"realKnownCause/%s\": [\"2001-01-01 00:00:00\"]}".formatted(CSV));
        refused("'2001-01-01 00:00:00' meets no row", "Fetch");
        Files.writeString(set.resolve("labels.json"), "{");
        refused("labels.json is no JSON", "labels.json");
    }

    private void refused(String what, String cure) {
        assertThatThrownBy(() -> new NabMeasurement(set, Pictures.NONE).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(cure);
    }
}
