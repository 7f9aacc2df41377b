package dev.millwright.app.machines;

import dev.millwright.connectors.BrokerAddress;
import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.simulation.BoardPainter;
import dev.millwright.simulation.VirtualPlant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The virtual plant on the plant's clock, behind edge nodes of its own. Its lock is never held while a node is spoken
 * to: a node asks for births while it holds its own.
 */
public final class VirtualMachines implements AutoCloseable {

    private static final long STEP_MILLIS = 25;

    private final ReentrantLock lock = new ReentrantLock();
    private final VirtualPlant virtual;
    private final EdgeNodes nodes;
    private final InstantSource clock;
    private final Pace pace;
    private List<Draft> reports = new ArrayList<>();
    private List<CameraFrame> frames = new ArrayList<>();

    /** @param remember tells the new virtual plant what the twin knows of the floor */
    public VirtualMachines(
            Plant plant,
            long seed,
            BrokerAddress broker,
            InstantSource clock,
            BoardPainter painter,
            Consumer<VirtualPlant> remember) {
        this.clock = clock;
        virtual = new VirtualPlant(
                plant, seed, clock.instant(), report -> reports.add(report), frame -> frames.add(frame), painter);
        remember.accept(virtual);
        nodes = new EdgeNodes(plant, broker, this::describe, this::command, clock);
        nodes.start();
        pace = new Pace("virtual-plant", STEP_MILLIS, this::step);
    }

    /** Breaks a machine, as life would. */
    public void fail(EquipmentId machine, String cause, Duration repair) {
        locked(() -> virtual.fail(machine, cause, repair));
    }

    private void step() {
        List<Draft> said;
        List<CameraFrame> seen;
        lock.lock();
        try {
            virtual.advanceTo(clock.instant());
            said = reports;
            seen = frames;
            reports = new ArrayList<>();
            frames = new ArrayList<>();
        } finally {
            lock.unlock();
        }
        said.forEach(nodes::report);
        seen.forEach(nodes::frame);
    }

    private List<Draft> describe(EquipmentId equipment) {
        lock.lock();
        try {
            return virtual.describe(equipment);
        } finally {
            lock.unlock();
        }
    }

    private void command(EquipmentId machine, MachineCommand command) {
        locked(() -> virtual.command(machine, command));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        pace.close();
        nodes.close();
    }
}
