package dev.millwright.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The public data sets as they are; skipped where MILLWRIGHT_DATA does not point to them. */
class PublicDataTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void cmapssTellsAllRowsOfAHundredEngines() {
        var drafts = drafts("cmapss");
        assertThat(count(drafts, Fact.ReadingsTaken.class)).isEqualTo(20_631);
        assertThat(count(drafts, Fact.MaintenanceFinished.class)).isEqualTo(100);
    }

    @Test
    void skabTellsAllFilesOfValveTwo() {
        assertThat(count(drafts("skab/valve2"), Fact.ReadingsTaken.class)).isGreaterThan(4_000);
    }

    @Test
    void nabTellsOneTemperature() {
        assertThat(count(drafts("nab_machine_temperature"), Fact.ReadingsTaken.class))
                .isEqualTo(22_695);
    }

    @Test
    void theFactoryLogTellsThreeMachines() {
        var drafts = drafts("sme_factory");
        assertThat(count(drafts, Fact.ReadingsTaken.class)).isEqualTo(14_492);
        assertThat(drafts.stream().map(Draft::subject).distinct()).hasSize(3);
    }

    private static List<Draft> drafts(String name) {
        String data = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(data != null, "MILLWRIGHT_DATA is not set, data set " + name);
        Path folder = Path.of(String.valueOf(data), name);
        assumeTrue(Files.isDirectory(folder), "no data set " + name);
        var drafts =
                Recording.detect(folder, PlantFixtures.cell()).drafts(START).toList();
        assertThat(drafts).extracting(Draft::time).isSorted().first().isEqualTo(START);
        return drafts;
    }

    private static long count(List<Draft> drafts, Class<? extends Fact> fact) {
        return drafts.stream().map(Draft::fact).filter(fact::isInstance).count();
    }
}
