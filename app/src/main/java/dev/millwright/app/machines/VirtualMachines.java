package dev.millwright.app.machines;

import dev.millwright.app.PlantClock;
import dev.millwright.connectors.BrokerAddress;
import dev.millwright.connectors.sparkplug.EdgeFleet;
import dev.millwright.connectors.sparkplug.EdgeSettings;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.simulation.BoardPainter;
import dev.millwright.simulation.VirtualPlant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The virtual plant on the plant's clock, behind edge nodes of its own. A faster plant reports as often in real time as
 * one at speed 1: it leaves out readings and pictures, never states or results.
 */
public final class VirtualMachines implements AutoCloseable {

    private static final long STEP_MILLIS = 25;
    private static final double FRAMES_A_REAL_MINUTE = 90;
    private static final double REAL_SECONDS_BETWEEN_COUNTS = 0.4;
    /** Signals are sampled every few seconds; up to this speed all of it is told. */
    private static final double SPEED_TOLD_IN_FULL = 6;

    private final VirtualPlant virtual;
    private final EdgeFleet fleet;
    private final Pace pace;
    private final Queue<Draft> reports = new ArrayDeque<>();
    private final Queue<CameraFrame> frames = new ArrayDeque<>();

    /**
     * @param host the id of the host its edge nodes are bound to, or {@code null}
     * @param remember tells the new virtual plant what the twin knows of the floor
     */
    public VirtualMachines(
            Plant plant,
            long seed,
            BrokerAddress broker,
            PlantClock clock,
            @Nullable String host,
            BoardPainter painter,
            Consumer<VirtualPlant> remember) {
        virtual = new VirtualPlant(plant, seed, clock.instant(), reports::add, frames::add, painter);
        virtual.setSamplingFactor((int) Math.max(1, Math.round(clock.speed() / SPEED_TOLD_IN_FULL)));
        virtual.setFramesPerMinute(FRAMES_A_REAL_MINUTE / clock.speed());
        virtual.setReportInterval(Duration.ofMillis(Math.round(REAL_SECONDS_BETWEEN_COUNTS * 1000 * clock.speed())));
        remember.accept(virtual);
        var settings = EdgeSettings.defaults().boundTo(host);
        fleet = new EdgeFleet(plant, broker, virtual::describe, virtual::command, clock, settings);
        fleet.start();
        pace = new Pace("virtual-plant", STEP_MILLIS, () -> step(clock));
    }

    /** Breaks a machine, as life would. */
    public void fail(EquipmentId machine, String cause, Duration repair) {
        virtual.fail(machine, cause, repair);
    }

    /** Wears a machine, from 0 (new) to 1 (worn out). */
    public void degrade(EquipmentId machine, double wear) {
        virtual.degrade(machine, wear);
    }

    private void step(PlantClock clock) {
        virtual.advanceTo(clock.instant());
        for (var report = reports.poll(); report != null; report = reports.poll()) {
            fleet.report(report);
        }
        for (var frame = frames.poll(); frame != null; frame = frames.poll()) {
            fleet.frame(frame);
        }
    }

    @Override
    public void close() {
        pace.close();
        fleet.close();
    }
}
