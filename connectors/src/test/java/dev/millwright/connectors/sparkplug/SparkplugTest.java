package dev.millwright.connectors.sparkplug;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.connectors.EmbeddedBroker;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SparkplugTest {

    private final EmbeddedBroker broker = EmbeddedBroker.start(0);
    private final Floor floor = new Floor(broker.address());

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void birthsTellThePresentStateOfEveryMachine() throws InterruptedException {
        try (var host = floor.host();
                var _ = floor.edge(broker.address())) {
            var state = floor.await(PRESS_1, Fact.MachineStateChanged.class);

            assertThat(state.fact()).isEqualTo(new Fact.MachineStateChanged(PackMlState.IDLE, null));
            assertThat(state.source()).isEqualTo("sparkplug/cell/hall.area.line-1");
            assertThat(state.time()).isEqualTo(Floor.NOON);
            floor.await(PRESS_1, Fact.ConnectionOpened.class);
            floor.awaitBirths(host);
            assertThat(host.nodes()).containsEntry(Floor.NODE, NodePhase.ONLINE);
            assertThat(host.isConnected(DRILL)).isTrue();
        }
    }

    @Test
    void thousandsOfReportsArriveCompleteAndInOrderAcrossTheWrapOfSequenceNumbers() throws InterruptedException {
        int reports = 20_000;
        try (var host = floor.host();
                var edge = floor.edge(broker.address())) {
            floor.awaitBirths(host);
            long start = System.nanoTime();
            for (int i = 0; i < reports; i++) {
                edge.report(Draft.of(
                        Floor.NOON,
                        "test",
                        DRILL,
                        new Fact.ReadingsTaken(List.of(Reading.good("vibration", i, Floor.NOON)))));
            }
            for (int i = 0; i < reports; i++) {
                var fact = (Fact.ReadingsTaken)
                        floor.await(DRILL, Fact.ReadingsTaken.class).fact();
                assertThat(fact.readings().getFirst().value()).isEqualTo(i);
            }
            System.out.printf("%.0f DDATA/s%n", reports * 1e9 / (System.nanoTime() - start));
            assertThat(host.statistics().gaps()).isZero();
            assertThat(host.statistics().badMetrics()).isZero();
        }
    }
}
