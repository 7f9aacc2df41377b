package dev.millwright.simulation;

import dev.millwright.plant.CameraFrame;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.Plant;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A plant that does not exist: machines that obey commands, work, wear, fail and report as real ones do. The same
 * seed and the same commands give the same reports, bit for bit.
 *
 * <p>One thread advances it and gets all reports; commands and questions may come from any thread. A command takes
 * effect when the plant is advanced next, at the plant time it had reached.
 */
public final class VirtualPlant {

    private final Floor floor;
    private final Lots lots;
    private final FrameBudget budget;
    private final Map<EquipmentId, VirtualMachine> machines = new LinkedHashMap<>();
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Consumer<Draft> reports;
    private final Consumer<CameraFrame> frames;
    private final BoardPainter painter;

    /** A plant whose machines are switched on at the start and have some wear from earlier days. */
    public VirtualPlant(
            Plant plant,
            long seed,
            Instant start,
            Consumer<Draft> reports,
            Consumer<CameraFrame> frames,
            BoardPainter painter) {
        this.floor = new Floor(plant, seed, start);
        this.reports = reports;
        this.frames = frames;
        this.painter = painter;
        this.lots = new Lots(floor, id -> machine(id).reconsider());
        this.budget = new FrameBudget(floor);
        for (var machine : plant.machines()) {
            machines.put(machine.id(), new VirtualMachine(floor, lots, machine, budget, id -> machine(id)
                    .wear()));
        }
    }

    /** Lets plant time pass and hands out what happened; an earlier time changes nothing. */
    public void advanceTo(Instant plantTime) {
        List<Floor.Report> happened;
        lock.lock();
        try {
            for (var command = inbox.poll(); command != null; command = inbox.poll()) {
                command.run();
            }
            floor.runUntil(plantTime);
            happened = new ArrayList<>(floor.outbox());
            floor.outbox().clear();
        } finally {
            lock.unlock();
        }
        happened.forEach(this::deliver);
    }

    /** The plant time reached. */
    public Instant now() {
        lock.lock();
        try {
            return floor.time();
        } finally {
            lock.unlock();
        }
    }

    public void command(EquipmentId machine, MachineCommand command) {
        var target = machine(machine);
        inbox.add(() -> {
            if (command instanceof MachineCommand.Work(var work)) {
                if (machines.values().stream().anyMatch(other -> other.runs(work.operation()))) {
                    return;
                }
                machines.values().stream().filter(other -> other != target).forEach(other -> other.forget(work));
            }
            target.obey(command);
        });
    }

    /** Breaks a machine down, for tests and evaluations. */
    public void fail(EquipmentId machine, String cause, Duration repair) {
        var target = machine(machine);
        inbox.add(() -> target.fail(cause, repair.toMillis() / 1000.0));
    }

    /** Sets how worn a machine is, from 0 (new) to 1 (worn out), for tests and evaluations. */
    public void degrade(EquipmentId machine, double wear) {
        if (!(wear >= 0 && wear <= 1)) {
            throw new IllegalArgumentException(
                    "%s is no wear of %s.\nWear goes from 0 (new) to 1 (worn out).".formatted(wear, machine));
        }
        var target = machine(machine);
        inbox.add(() -> target.setWear(wear));
    }

    /** How worn a machine is, from 0 to 1. */
    public double wear(EquipmentId machine) {
        var target = machine(machine);
        lock.lock();
        try {
            return target.wear();
        } finally {
            lock.unlock();
        }
    }

    /** The complete present state of a machine or a buffer, as facts; asking changes nothing. */
    public List<Draft> describe(EquipmentId equipment) {
        lock.lock();
        try {
            var machine = machines.get(equipment);
            List<Fact> facts = machine != null
                    ? machine.describe()
                    : lots.at(equipment).stream()
                            .<Fact>map(Fact.LotArrived::new)
                            .toList();
            return facts.stream().map(fact -> floor.draft(equipment, fact)).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Begins with what is known from earlier; machines that were working report that they no longer do. */
    public void resume(List<LotMemory> knownLots, List<MachineMemory> knownMachines) {
        knownMachines.forEach(known -> machine(known.machine()));
        inbox.add(() -> {
            knownLots.forEach(lots::remember);
            for (var known : knownMachines) {
                var machine = machine(known.machine());
                machine.setWear(known.wear());
                if (known.lot() != null && known.operation() != null) {
                    var interrupted = new Fact.OperationInterrupted(
                            known.lot(), known.operation(), known.processed(), "the machine was switched off");
                    machine.workload().remember(interrupted);
                    floor.say(known.machine(), interrupted);
                }
            }
        });
    }

    /** Counts of parts are reported this often at most, besides each operation's end; zero reports every part. */
    public void setReportInterval(Duration interval) {
        inbox.add(() -> floor.setReportInterval(interval.toNanos() / 1000));
    }

    /** Takes only every k-th reading. */
    public void setSamplingFactor(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("Every %d-th reading cannot be taken.\nUse 1 for all.".formatted(k));
        }
        inbox.add(() -> machines.values().forEach(machine -> machine.sensors().setFactor(k)));
    }

    /** Bounds the pictures of all cameras together; zero shows none. */
    public void setFramesPerMinute(double framesAPlantMinute) {
        inbox.add(() -> budget.setPerMinute(framesAPlantMinute));
    }

    private VirtualMachine machine(EquipmentId id) {
        var machine = machines.get(id);
        if (machine == null) {
            throw new IllegalArgumentException("%s is no machine of plant %s.\nThere are: %s."
                    .formatted(id, floor.plant().name(), machines.keySet()));
        }
        return machine;
    }

    private void deliver(Floor.Report report) {
        switch (report) {
            case Floor.Report.Said(var draft) -> reports.accept(draft);
            case Floor.Report.Seen(var glimpse) -> {
                var painted = painter.paint(glimpse.seed(), glimpse.defects());
                frames.accept(new CameraFrame(
                        glimpse.camera().machine(),
                        glimpse.camera().id(),
                        glimpse.serial(),
                        glimpse.time(),
                        painted.image(),
                        painted.template()));
            }
        }
    }
}
