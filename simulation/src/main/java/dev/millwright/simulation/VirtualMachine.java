package dev.millwright.simulation;

import dev.millwright.plant.Machine;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A machine that behaves like a real one: obeys PackML, works, wears, fails, is repaired and maintained. */
final class VirtualMachine {

    private static final double REPAIR_SPREAD = 0.4;
    private static final String SERVICE = "maintenance";

    private final Floor floor;
    private final Lots lots;
    private final Machine machine;
    private final PackMl packMl;
    private final Operating operating;
    private final Workload workload;
    private final Sensors sensors;
    private final Service service;
    private final RandomGenerator chance;
    private MachineMode mode = MachineMode.PRODUCTION;
    private @Nullable WorkInstruction next;
    private boolean wakes = true;
    private boolean startedByHand;
    private double repairSeconds;

    VirtualMachine(
            Floor floor,
            Lots lots,
            Machine machine,
            FrameBudget budget,
            ToDoubleFunction<dev.millwright.plant.EquipmentId> wearOf) {
        this.floor = floor;
        this.lots = lots;
        this.machine = machine;
        this.chance = floor.chance(machine.id(), "failure");
        this.packMl = new PackMl(floor, machine.id().path(), this::entered);
        var wear = new Wear(machine.reliability(), floor.chance(machine.id(), "life"));
        // A machine of a running plant is anywhere in its life, so some will need care soon.
        wear.set(floor.chance(machine.id(), "age").nextDouble());
        this.operating = new Operating(floor, wear, this::wearOut);
        var camera = floor.plant().cameraAt(machine.id()).orElse(null);
        var eye = new Eye(floor, budget, camera, new Quality(floor, machine.id(), camera));
        this.workload =
                new Workload(floor, lots, machine, operating, eye, wearOf, this::enter, this::operationFinished);
        this.service = new Service(floor, machine.id(), this::serviced);
        this.sensors = new Sensors(floor, machine, operating::level);
        floor.after(1 + 2 * chance.nextDouble(), "power on", this::wake);
    }

    double wear() {
        return operating.level();
    }

    void setWear(double level) {
        operating.setLevel(level);
    }

    Sensors sensors() {
        return sensors;
    }

    Workload workload() {
        return workload;
    }

    void obey(MachineCommand command) {
        switch (command) {
            case MachineCommand.Control(var control) -> control(control);
            case MachineCommand.Work(var work) -> work(work);
            case MachineCommand.Drop(var operation) -> drop(operation);
            case MachineCommand.Maintain(var wish, int seconds) -> {
                service.ask(wish, seconds);
                reconsider();
            }
        }
    }

    /** Takes an instruction back when another machine got it; what runs stays. */
    void forget(WorkInstruction work) {
        if (next != null && next.operation().equals(work.operation())) {
            drop(work.operation());
        }
    }

    boolean runs(String operation) {
        var job = workload.job();
        return job != null && job.work().operation().equals(operation);
    }

    void fail(String cause, double seconds) {
        if (repairSeconds > 0) {
            return;
        }
        repairSeconds = Math.max(1, seconds);
        wakes = true;
        if (!packMl.command(PackMlCommand.ABORT, cause) && packMl.state() == PackMlState.ABORTED) {
            callCrew();
        }
    }

    /** The lot may be here now, or the machine may be free for something else. */
    void reconsider() {
        switch (packMl.state()) {
            case IDLE -> whenIdle();
            case STOPPED -> whenStopped();
            case SUSPENDED -> whenSuspended();
            default -> {}
        }
    }

    List<Fact> describe() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.MachineModeChanged(mode));
        facts.add(new Fact.MachineStateChanged(packMl.state(), packMl.cause()));
        lots.at(machine.id()).forEach(lot -> facts.add(new Fact.LotArrived(lot)));
        facts.addAll(workload.describe());
        facts.addAll(service.describe());
        if (!machine.signals().isEmpty()) {
            facts.add(new Fact.ReadingsTaken(sensors.last()));
        }
        return facts;
    }

    private void control(PackMlCommand command) {
        boolean locked = (repairSeconds > 0 && command == PackMlCommand.CLEAR)
                || (service.running() && command != PackMlCommand.ABORT);
        if (command == PackMlCommand.STOP || command == PackMlCommand.ABORT) {
            wakes = repairSeconds > 0;
        }
        if (!locked && packMl.command(command, "by command")) {
            startedByHand = command == PackMlCommand.START;
        } else {
            floor.say(machine.id(), new Fact.MachineStateChanged(packMl.state(), packMl.cause()));
        }
    }

    private void work(WorkInstruction work) {
        if (runs(work.operation())) {
            return;
        }
        if (lots.done(work)) {
            workload.describe().forEach(fact -> floor.say(machine.id(), fact));
            return;
        }
        if (next != null && !next.operation().equals(work.operation())) {
            lots.unclaim(next);
        }
        next = work;
        lots.claim(machine.id(), work);
        reconsider();
    }

    private void drop(String operation) {
        if (next != null && next.operation().equals(operation)) {
            var dropped = next;
            next = null;
            lots.unclaim(dropped);
            if (starved()) {
                goBackToIdle("work withdrawn");
            }
        } else if (runs(operation)) {
            goBackToIdle("work withdrawn");
        }
    }

    private void goBackToIdle(String why) {
        wakes = true;
        packMl.command(PackMlCommand.STOP, why);
    }

    private boolean starved() {
        return packMl.state() == PackMlState.SUSPENDED && workload.job() == null && !startedByHand;
    }

    private void entered(PackMlState state) {
        String why = packMl.cause();
        floor.say(machine.id(), new Fact.MachineStateChanged(state, why));
        switch (state) {
            case HOLDING, SUSPENDING -> workload.pause();
            case STOPPING, COMPLETING -> workload.interrupt(why == null ? "stopped" : why);
            case ABORTING -> {
                workload.interrupt(why == null ? "aborted" : why);
                service.cancel();
            }
            case ABORTED -> callCrew();
            case STOPPED -> whenStopped();
            case IDLE -> whenIdle();
            case EXECUTE -> whenExecuting();
            case SUSPENDED -> whenSuspended();
            case COMPLETE -> whenComplete();
            default -> {}
        }
    }

    private void whenStopped() {
        if (service.wanted()) {
            enter(MachineMode.MAINTENANCE);
            service.begin();
        } else if (wakes && !service.running()) {
            wake();
        }
    }

    private void whenIdle() {
        if (service.wanted()) {
            goBackToIdle(SERVICE);
        } else if (next != null && !lots.coming(machine.id(), next)) {
            packMl.command(PackMlCommand.START, null);
        }
    }

    private void whenExecuting() {
        if (workload.job() == null && next != null && lots.ready(machine.id(), next)) {
            var work = next;
            next = null;
            startedByHand = false;
            workload.begin(new Job(work, lots.processed(work)));
        }
        if (workload.job() != null) {
            workload.run();
        } else if (next == null && !startedByHand) {
            goBackToIdle("nothing to do");
        } else {
            packMl.command(PackMlCommand.SUSPEND, next == null ? "no work" : "waits for lot " + next.lot());
        }
    }

    private void whenSuspended() {
        if (workload.job() != null) {
            return;
        }
        if (service.wanted()) {
            goBackToIdle(SERVICE);
        } else if (next != null && lots.ready(machine.id(), next)) {
            packMl.command(PackMlCommand.UNSUSPEND, null);
        }
    }

    private void whenComplete() {
        if (service.wanted()) {
            goBackToIdle(SERVICE);
        } else {
            packMl.command(PackMlCommand.RESET, null);
        }
    }

    private void wake() {
        if (wakes && packMl.state() == PackMlState.STOPPED) {
            packMl.command(PackMlCommand.RESET, null);
        }
    }

    private void operationFinished() {
        packMl.command(PackMlCommand.COMPLETE, null);
    }

    private void wearOut() {
        double mean = machine.reliability().mttrMinutes() * 60;
        double spread = Math.exp(REPAIR_SPREAD * chance.nextGaussian() - REPAIR_SPREAD * REPAIR_SPREAD / 2);
        fail(Faults.draw(machine, chance), mean * spread);
    }

    /** The crew repairs what is broken; a machine aborted by hand waits for a hand to clear it. */
    private void callCrew() {
        if (repairSeconds > 0) {
            floor.after(repairSeconds, "repair", () -> {
                repairSeconds = 0;
                operating.renew();
                wakes = true;
                packMl.command(PackMlCommand.CLEAR, "repaired");
            });
        }
    }

    private void serviced() {
        operating.renew();
        enter(MachineMode.PRODUCTION);
        wakes = true;
        wake();
    }

    private void enter(MachineMode newMode) {
        if (mode != newMode) {
            mode = newMode;
            floor.say(machine.id(), new Fact.MachineModeChanged(newMode));
        }
    }
}
