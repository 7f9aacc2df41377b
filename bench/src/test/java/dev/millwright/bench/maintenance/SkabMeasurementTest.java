package dev.millwright.bench.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small invented pumps: two signals that go together, and rows 500 to 599 in which they do not. */
class SkabMeasurementTest {
    private static final String HEADER = "datetime;Flow;Current;anomaly;changepoint\n";

    @TempDir
    private Path set;

    private void pump(String file, int rows, long seed) throws IOException {
        var random = new Random(seed);
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            boolean broken = i >= 500 && i < 600;
            double flow = random.nextGaussian();
            double current = flow + 0.1 * random.nextGaussian() + (broken ? 1 : 0);
            text.append("2020-03-09 10:14:33;%s;%s;%s;0.0%n".formatted(flow, current, broken ? "1.0" : "0.0"));
        }
        Files.createDirectories(set.resolve(file).getParent());
        Files.writeString(set.resolve(file), text);
    }

    private void pumps() throws IOException {
        pump("valve1/0.csv", 700, 1);
        pump("valve1/1.csv", 700, 2);
        pump("valve2/10.csv", 700, 3);
        pump("other/5.csv", 700, 4);
    }

    @Test
    void signalsThatPartAreToldWhereEachAloneIsNot() throws IOException {
        pumps();
        var figures = new SkabMeasurement(set, Pictures.NONE).run();
        double joint = figures.metrics().get("f1").doubleValue();
        assertThat(joint).isGreaterThan(0.85);
        assertThat(figures.metrics().get("per_signal_f1").doubleValue()).isLessThan(0.3);
        assertThat(figures.metrics().get("rest_f1").doubleValue()).isGreaterThan(0.8);
        // 100 of 300 rows of each file: alarming every row has precision 1/3 and recall 1.
        assertThat(figures.metrics().get("always_f1").doubleValue()).isCloseTo(0.5, within(1e-9));
        assertThat(figures.rows())
                .extracting(row -> row.get("file"))
                .containsExactly("other/5", "valve1/0", "valve1/1", "valve2/10");
        assertThat((int) figures.rows().getFirst().get("seconds_to_alarm")).isBetween(0, 30);
    }

    @Test
    void figuresAreOfAllRowsTogether() {
        var confusion = new Confusion();
        boolean[][] rows = {{true, true}, {true, true}, {true, false}, {false, true}, {false, false}, {false, false}};
        for (var row : rows) {
            confusion.add(row[0], row[1]);
        }
        assertThat(confusion.f1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(confusion.falseAlarmRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(confusion.missedAlarmRate()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whatIsWrongWithASetIsSaid() throws IOException {
        assertThatThrownBy(() -> new SkabMeasurement(set, Pictures.NONE).run())
                .hasMessageContaining("has no folder other")
                .hasMessageContaining("valve1, valve2 and other");
        pumps();
        refused("other/5.csv", "datetime;Flow;Current\n", "has no column 'anomaly'");
        refused("other/5.csv", HEADER + "now;1;much;0;0\n", "line 2, column Current says 'much'");
        refused("other/5.csv", HEADER + "now;1;NaN;0;0\n", "line 2, column Current says 'NaN'");
        refused("other/5.csv", HEADER + "now;1;2\n", "line 2 has 3 cells, the header 5");
        refused("other/5.csv", HEADER + "now;1;2;0;0\n", "other/5 has 1 rows, of which 400 are learned");
        Files.delete(set.resolve("other/5.csv"));
        refused("other/five.csv", HEADER, "says 'five'");
    }

    private void refused(String file, String text, String message) throws IOException {
        Files.writeString(set.resolve(file), text);
        assertThatThrownBy(() -> new SkabMeasurement(set, Pictures.NONE).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
