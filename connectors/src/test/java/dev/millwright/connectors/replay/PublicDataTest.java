package dev.millwright.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Signal;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import dev.millwright.plant.file.PlantFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** How long a viewer waits is decided by these. */
    @Test
    void theStoryOfEachSetEndsWithItsFirstFailure() {
        assertThat(story("cmapss")).as("the shortest of four lives, 179 cycles").isEqualTo(Duration.ofMinutes(6 * 179));
        assertThat(story("skab/valve2")).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
        assertThat(story("nab_machine_temperature")).isBetween(Duration.ofDays(9), Duration.ofDays(10));
        assertThat(story("sme_factory")).isBetween(Duration.ofMinutes(80), Duration.ofHours(4));
    }

    @Test
    void whatFitsNoShippedPlantDrawsItsOwn() {
        assertThat(Recording.plant(folder("cmapss"))).isEqualTo(new RecordedPlant.Shipped("engine-cells"));
        var rig = drawn("skab/valve2");
        assertThat(rig.machines()).hasSize(4);
        assertThat(rig.machines().getFirst().signals())
                .extracting(Signal::name)
                .hasSize(8)
                .contains("Volume Flow RateRMS");
        var temperature =
                drawn("nab_machine_temperature").machines().getFirst().signals().getFirst();
        assertThat(temperature.nominal()).isBetween(70.0, 95.0);
        assertThat(temperature.periodSeconds()).isEqualTo(300);
        assertThat(drawn("sme_factory").machines()).hasSize(3);
    }

    private static Plant drawn(String name) {
        var drawn = (RecordedPlant.Drawn) Recording.plant(folder(name));
        return PlantFile.parse(drawn.name(), drawn.yaml());
    }

    private static Duration story(String name) {
        var plant = PlantFile.load(Path.of("..", "examples", "engine-cells.yaml"));
        return Recording.detect(folder(name), plant).story();
    }

    private static Path folder(String name) {
        String data = System.getenv("MILLWRIGHT_DATA");
        assumeTrue(data != null, "MILLWRIGHT_DATA is not set, data set " + name);
        Path folder = Path.of(String.valueOf(data), name);
        assumeTrue(Files.isDirectory(folder), "no data set " + name);
        return folder;
    }

    private static List<Draft> drafts(String name) {
        var drafts = Recording.detect(folder(name), PlantFixtures.cell())
                .drafts(START)
                .toList();
        assertThat(drafts).extracting(Draft::time).isSorted().first().isEqualTo(START);
        return drafts;
    }

    private static long count(List<Draft> drafts, Class<? extends Fact> fact) {
        return drafts.stream().map(Draft::fact).filter(fact::isInstance).count();
    }
}
