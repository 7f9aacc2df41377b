package dev.millwright.app.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.app.LivePlant;
import dev.millwright.connectors.replay.RecordedPlant;
import dev.millwright.connectors.replay.Recording;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A table of one's own, on the plant drawn from it, through the real broker into the twin. */
@Timeout(120)
class RecordedMachinesTest {

    private static final int ROWS = 200;
    private static final int SPEED = 100;

    @TempDir
    private Path dir;

    /** Rows told before the edge nodes are born, or before anybody listens, would be missing at the beginning. */
    @Test
    void everyRowOfARecordingReachesTheTwinOnceAndInOrder() throws Exception {
        Path recording = Files.createDirectory(dir.resolve("recording"));
        Files.writeString(
                recording.resolve("press.csv"),
                IntStream.range(0, ROWS)
                        .mapToObj(n -> "%d,%d%n".formatted(1_700_000_000L + n, n))
                        .collect(Collectors.joining("", "time,stroke\n", "")));
        var drawn = (RecordedPlant.Drawn) Recording.plant(recording);
        Files.writeString(dir.resolve("drawn.yaml"), drawn.yaml());
        var settings = LivePlant.settings(
                dir.resolve("drawn").toAbsolutePath().toString(), dir.resolve("data"), SPEED, recording);

        try (var millwright = LivePlant.start(settings)) {
            var twin = millwright.twin();
            LivePlant.await(twin, "the last row is heard", _ -> strokes(twin).contains(ROWS - 1.0));

            assertThat(strokes(twin))
                    .containsExactlyElementsOf(DoubleStream.iterate(0, n -> n + 1)
                            .limit(ROWS)
                            .boxed()
                            .toList());
            assertThat(twin.state().plan()).as("work for recorded machines").isNotNull();
        }
    }

    /** The strokes the twin was told, without the births' repetitions. */
    private static List<Double> strokes(TwinEngine twin) {
        return twin.events(1, 10_000).stream()
                .filter(event -> event.fact() instanceof Fact.ReadingsTaken)
                .flatMap(event -> ((Fact.ReadingsTaken) event.fact()).readings().stream())
                .map(reading -> reading.value())
                .distinct()
                .toList();
    }
}
