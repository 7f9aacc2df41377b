package dev.millwright.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives kill -9: a child process takes events under load until it is shot. */
@NullUnmarked
class KillTest {

    @TempDir
    Path directory;

    @Test
    void everythingAcknowledgedIsThereAfterKill() throws Exception {
        long acknowledged = 0;
        for (int round = 0; round < 2; round++) {
            var child = child();
            try (var lines = child.inputReader(StandardCharsets.UTF_8)) {
                for (int i = 0; i < 40; i++) {
                    acknowledged = last(lines.readLine(), acknowledged);
                }
                assertThatThrownBy(() -> Lab.open(directory)).hasMessageContaining("in use by process " + child.pid());
                child.destroyForcibly();
                for (var line = line(lines); line != null; line = line(lines)) {
                    acknowledged = last(line, acknowledged);
                }
            }
            child.waitFor();
            try (var engine = TwinEngine.open(PlantFixtures.cell(), directory, Child.SETTINGS, Lab.WALL)) {
                assertThat(acknowledged).isPositive();
                assertThat(engine.lastOffset()).isGreaterThanOrEqualTo(acknowledged);
                var state = TwinState.initial(Lab.index());
                for (var event : Lab.journal(engine)) {
                    state = Fold.apply(state, event);
                }
                assertThat(engine.state().hash()).isEqualTo(state.hash());
                assertThat(state.machines()
                                .get(PlantFixtures.DRILL)
                                .signals()
                                .get("pressure")
                                .reading()
                                .value())
                        .isGreaterThanOrEqualTo(state.offset() - 1.0);
            }
        }
    }

    private static String line(java.io.BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null; // the pipe broke in the middle of a line
        }
    }

    private static long last(String line, long known) {
        return line != null && line.matches("ok [0-9]+;")
                ? Long.parseLong(line.substring(3, line.length() - 1))
                : known;
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Takes readings as fast as it can and says which are safe. */
    static final class Child {

        static final TwinSettings SETTINGS =
                TwinSettings.DEFAULT.withSegmentBytes(200_000).withSnapshotEvery(1000);

        private Child() {}

        public static void main(String[] args) throws Exception {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            var inFlight = new Semaphore(200);
            try (var engine =
                    TwinEngine.open(PlantFixtures.cell(), Path.of(args[0]), SETTINGS, InstantSource.system())) {
                for (long n = engine.lastOffset(); ; n++) {
                    inFlight.acquire();
                    var draft = Lab.draft((double) n, PlantFixtures.DRILL, reading(n));
                    var unused = engine.accept(draft).thenAccept(event -> {
                        out.println("ok " + event.offset() + ";");
                        inFlight.release();
                    });
                }
            }
        }

        private static Fact reading(long n) {
            return new Fact.ReadingsTaken(
                    List.of(dev.millwright.plant.Reading.good("pressure", (double) n, Lab.at((double) n))));
        }
    }
}
