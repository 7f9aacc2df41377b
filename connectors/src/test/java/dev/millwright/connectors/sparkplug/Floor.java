package dev.millwright.connectors.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A real edge node and a real host over a real broker, with everything that arrives in queues. */
final class Floor implements AutoCloseable {

    static final Plant PLANT = PlantFixtures.cell();
    static final String NODE = "hall.area.line-1";
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(10);

    final LinkedBlockingQueue<Draft> drafts = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<CameraFrame> frames = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<Told> commands = new LinkedBlockingQueue<>();
    final BrokerAddress hostBroker;

    record Told(EquipmentId machine, MachineCommand command) {}

    Floor(BrokerAddress hostBroker) {
        this.hostBroker = hostBroker;
    }

    SparkplugHost host() {
        var settings = new HostSettings(
                "millwright",
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                Duration.ofMillis(200));
        var host = new SparkplugHost(PLANT, hostBroker, drafts::add, frames::add, InstantSource.fixed(NOON), settings);
        host.start();
        return host;
    }

    EdgeNode edge(BrokerAddress broker) {
        return edge(broker, null);
    }

    EdgeNode edge(BrokerAddress broker, @Nullable String primaryHost) {
        var settings = new EdgeSettings(1_000, 2, Duration.ofMillis(20), Duration.ofMillis(200), primaryHost);
        var node = new EdgeNode(
                PLANT,
                NODE,
                broker,
                Floor::present,
                (machine, command) -> commands.add(new Told(machine, command)),
                InstantSource.fixed(NOON),
                settings);
        node.start();
        return node;
    }

    /** Every machine of the cell idles in production. */
    static List<Draft> present(EquipmentId machine) {
        return List.of(
                Draft.of(NOON, "test", machine, new Fact.MachineModeChanged(MachineMode.PRODUCTION)),
                Draft.of(NOON, "test", machine, new Fact.MachineStateChanged(PackMlState.IDLE, null)));
    }

    /** Waits for a draft and drops those before it. */
    Draft await(Predicate<Draft> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Draft next = poll(deadline); next != null; next = poll(deadline)) {
            if (wanted.test(next)) {
                return next;
            }
        }
        throw new AssertionError("No such draft arrived within " + PATIENCE);
    }

    Draft await(EquipmentId subject, Class<? extends Fact> fact) throws InterruptedException {
        return await(draft -> draft.subject().equals(subject) && fact.isInstance(draft.fact()));
    }

    /** Waits until all three machines are connected. */
    void awaitBirths(SparkplugHost host) {
        until(() -> host.statistics().devicesOnline() == 4);
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Draft poll(long deadline) throws InterruptedException {
        return drafts.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {}
}
