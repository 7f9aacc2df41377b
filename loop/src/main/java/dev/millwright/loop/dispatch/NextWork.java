package dev.millwright.loop.dispatch;

import dev.millwright.loop.planning.LastFamily;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedMaintenance;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.twin.LotState;
import dev.millwright.twin.MachineState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.RunningOperation;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the plan wants of one machine right now: a pure function of the twin and the time. */
sealed interface NextWork {

    /** States in which a machine without an operation takes one up, or soon will. */
    Set<PackMlState> READY = EnumSet.of(
            PackMlState.IDLE, PackMlState.EXECUTE, PackMlState.COMPLETE, PackMlState.RESETTING, PackMlState.COMPLETING);

    /** How long (plant time) a broken machine's own word about its work is waited for. */
    Duration WORD_OF_A_BREAKDOWN = Duration.ofMinutes(1);

    /** Nothing to say: busy, broken, out of reach, or nothing is ready. */
    record Nothing() implements NextWork {}

    /** Run this; {@code dispatched} when it was already told and has not begun. */
    record Run(WorkInstruction instruction, boolean dispatched) implements NextWork {}

    /** Go through maintenance now. */
    record Maintain(String wish, int seconds) implements NextWork {}

    /** What was dispatched or ran here cannot be run here any more and is free for another machine. */
    record Recover(String lot, String operation, int processed, String why) implements NextWork {}

    /** Let go of this: by now it is, or was, another machine's work. */
    record Drop(String operation) implements NextWork {}

    /** True for the same work, told before or not. */
    default boolean same(NextWork other) {
        if (this instanceof Run(var mine, var _) && other instanceof Run(var theirs, var _)) {
            return mine.equals(theirs);
        }
        return equals(other);
    }

    static NextWork of(TwinState twin, Machine machine, Instant now) {
        var state = twin.machines().get(machine.id());
        var adopted = twin.plan();
        if (state == null || adopted == null) {
            return new Nothing();
        }
        var waiting = at(twin, machine.id(), OperationStatus.DISPATCHED);
        if (waiting.isPresent() && onHold(twin, waiting.get())) {
            return recover(waiting.get(), lotOf(waiting.get()) + " is on quality hold");
        }
        if (waiting.isPresent() && (state.state().isAborted() || !state.connected())) {
            return recover(waiting.get(), machine.id().name() + " cannot start it: " + trouble(state));
        }
        var running = at(twin, machine.id(), OperationStatus.RUNNING);
        if (running.isPresent() && isSilent(state, now)) {
            return recover(running.get(), machine.id().name() + " broke down and never said what became of it");
        }
        var doubled = state.operation();
        if (state.connected() && doubled != null && isElsewhere(twin, doubled, machine.id())) {
            return new Drop(doubled.operation());
        }
        if (!canWork(state)) {
            return new Nothing();
        }
        if (waiting.isPresent()) {
            return run(twin, machine, waiting.get(), true);
        }
        return twin.index().calendar().worked(now) ? next(twin, machine, adopted.plan(), now) : new Nothing();
    }

    private static boolean onHold(TwinState twin, OperationState step) {
        var lot = twin.lots().get(lotOf(step));
        return lot != null && lot.hold() != null;
    }

    private static String trouble(MachineState state) {
        return state.connected() ? "it is broken down" : "it is out of reach";
    }

    private static boolean canWork(MachineState state) {
        return state.connected()
                && state.operation() == null
                && state.mode() != MachineMode.MAINTENANCE
                && state.mode() != MachineMode.MANUAL
                && READY.contains(state.state());
    }

    private static Optional<OperationState> at(TwinState twin, EquipmentId machine, OperationStatus status) {
        return twin.lots().values().stream()
                .flatMap(lot -> lot.operations().stream())
                .filter(step -> step.status() == status && machine.equals(step.machine()))
                .findFirst();
    }

    private static NextWork recover(OperationState step, String why) {
        int processed = step.counts().processed() - step.earlier().processed();
        return new Recover(lotOf(step), step.id(), processed, why);
    }

    /** Broken for a while: a machine that breaks says at once that it dropped its work, unless nobody could hear it. */
    private static boolean isSilent(MachineState state, Instant now) {
        var since = state.stateSince();
        return state.state().isAborted()
                && since != null
                && since.plus(WORD_OF_A_BREAKDOWN).isBefore(now);
    }

    /** True when another machine has taken over what this one still works at: it was out of reach meanwhile. */
    private static boolean isElsewhere(TwinState twin, RunningOperation work, EquipmentId here) {
        var lot = twin.lots().get(work.lot());
        return lot != null
                && lot.operation(work.operation())
                        .filter(step -> step.machine() != null && !here.equals(step.machine()))
                        .isPresent();
    }

    private static NextWork next(TwinState twin, Machine machine, Plan plan, Instant now) {
        var operation = plan.operations().stream()
                .filter(planned -> planned.machine().equals(machine.id()))
                .filter(planned -> step(twin, planned).isPresent())
                .min(Comparator.comparing(PlannedOperation::start));
        var maintenance = plan.maintenance().stream()
                .filter(planned -> planned.machine().equals(machine.id()))
                .filter(planned -> open(twin, planned))
                .min(Comparator.comparing(PlannedMaintenance::start));
        if (maintenance.isPresent()
                && (operation.isEmpty()
                        || maintenance.get().start().isBefore(operation.get().start()))) {
            var planned = maintenance.get();
            var wish = twin.wishes().get(planned.wish());
            return wish == null || planned.start().isAfter(now)
                    ? new Nothing()
                    : new Maintain(planned.wish(), wish.wish().durationSeconds());
        }
        return operation
                .filter(planned -> ready(twin, planned, now))
                .flatMap(planned -> step(twin, planned))
                .map(step -> run(twin, machine, step, false))
                .orElse(new Nothing());
    }

    private static boolean open(TwinState twin, PlannedMaintenance planned) {
        var wish = twin.wishes().get(planned.wish());
        return wish != null && wish.status().isOpen();
    }

    private static Optional<OperationState> step(TwinState twin, PlannedOperation planned) {
        var lot = twin.lots().get(planned.lot());
        return lot == null || lot.hold() != null
                ? Optional.empty()
                : lot.operation(planned.operation()).filter(step -> step.status() == OperationStatus.WAITING);
    }

    /**
     * Every earlier step of the lot is over, none of its rejects still waits for repair, the order is released, and a
     * planner's pin allows it here and now.
     */
    private static boolean ready(TwinState twin, PlannedOperation planned, Instant now) {
        LotState lot = twin.lots().get(planned.lot());
        if (lot == null || lot.next().isEmpty() || !lot.next().get().id().equals(planned.operation())) {
            return false;
        }
        var step = lot.next().get();
        if (repairIsComing(lot, step) || pinForbids(twin, step, planned, now)) {
            return false;
        }
        var order = twin.orders().get(lot.lot().order());
        var release = order == null ? null : order.order().releaseDate();
        return release == null || !release.isAfter(now);
    }

    /** A plan older than the pin may want it elsewhere; one that had to let go of a pinned start may want it sooner. */
    private static boolean pinForbids(TwinState twin, OperationState step, PlannedOperation planned, Instant now) {
        var pin = step.pin();
        if (pin == null) {
            return false;
        }
        var machine = pin.machine();
        boolean elsewhere = machine != null
                && !machine.equals(planned.machine())
                && twin.plant()
                        .machine(machine)
                        .filter(known -> known.can(step.operation().capability()))
                        .isPresent();
        var start = pin.start();
        return elsewhere
                || (start != null && start.isAfter(now) && !planned.start().isBefore(start.minusSeconds(1)));
    }

    /** Rejects of the step before are told a moment before the repair they go to: the lot must not run ahead of it. */
    private static boolean repairIsComing(LotState lot, OperationState step) {
        int position = lot.operations().indexOf(step);
        if (position == 0 || step.repair()) {
            return false;
        }
        var before = lot.operations().get(position - 1);
        return before.rework() > 0 && before.operation().repairs() != null;
    }

    private static NextWork run(TwinState twin, Machine machine, OperationState step, boolean dispatched) {
        var operation = step.operation();
        var lot = twin.lots().get(lotOf(step));
        String family = LastFamily.of(twin, machine.id());
        int setup = family == null ? 0 : twin.plant().setupSeconds(operation.capability(), family, operation.family());
        return new Run(
                new WorkInstruction(
                        lotOf(step),
                        operation.id(),
                        lot == null ? "" : lot.lot().product(),
                        operation.family(),
                        step.left(),
                        operation.secondsPerPart() / machine.speedFactor(),
                        setup,
                        operation.repairs() != null),
                dispatched);
    }

    private static String lotOf(OperationState step) {
        return step.id().substring(0, step.id().indexOf(':'));
    }
}
