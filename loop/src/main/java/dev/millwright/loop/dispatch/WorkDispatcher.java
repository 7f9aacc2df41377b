package dev.millwright.loop.dispatch;

import dev.millwright.loop.work.Worker;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells each idle machine what the plan wants of it next, and says it again when the machine did not hear. What is
 * dispatched is durable before the machine is told, so that a crash never forgets work that runs.
 */
public final class WorkDispatcher implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final long SAY_AGAIN_MILLIS = 3_000;

    private final Supplier<TwinState> twin;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final Function<String, Optional<Event>> events;
    private final MachineCommands commands;
    private final InstantSource plantClock;
    private final Semaphore wake = new Semaphore(0);
    private final Map<EquipmentId, Said> said = new HashMap<>();
    private final Worker worker;

    private @Nullable Event adoption;

    /** What a machine was last told, and when by the JVM's own clock. */
    private record Said(NextWork work, long nanos) {}

    /** @param events finds an event by its id, for the plan behind what is told */
    public WorkDispatcher(
            Supplier<TwinState> twin,
            Function<Draft, CompletableFuture<Event>> accept,
            Function<String, Optional<Event>> events,
            MachineCommands commands,
            InstantSource plantClock) {
        this.twin = twin;
        this.accept = accept;
        this.events = events;
        this.commands = commands;
        this.plantClock = plantClock;
        worker = Worker.start("loop-dispatch", "Dispatching failed; it is tried again.", this::run);
    }

    /** Takes a change of the twin; returns at once. */
    public void offer(Change change) {
        switch (change.event().fact()) {
            case Fact.PlanAdopted _,
                    Fact.OperationCompleted _,
                    Fact.OperationInterrupted _,
                    Fact.MachineStateChanged _,
                    Fact.MachineModeChanged _,
                    Fact.MaintenanceFinished _,
                    Fact.ConnectionOpened _,
                    Fact.LotHeld _,
                    Fact.LotReleased _,
                    Fact.LotArrived _ -> wake.release();
            default -> {}
        }
    }

    private void run() throws InterruptedException {
        if (wake.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
        look();
    }

    private void look() {
        var state = twin.get();
        var plan = state.plan();
        if (plan == null) {
            return;
        }
        if (adoption == null || adoption.offset() != plan.offset()) {
            adoption = events.apply("e" + plan.offset()).orElse(null);
        }
        var now = plantClock.instant();
        for (var machine : state.plant().machines()) {
            tell(machine.id(), NextWork.of(state, machine, now), now);
        }
    }

    private void tell(EquipmentId machine, NextWork work, Instant now) {
        switch (work) {
            case NextWork.Nothing() -> said.remove(machine);
            case NextWork.Run(var instruction, var dispatched) -> {
                if (!dispatched) {
                    var fact = new Fact.OperationDispatched(instruction.lot(), instruction.operation());
                    record(machine, now, fact, "the plan's next operation for " + machine.name());
                }
                say(machine, work, new MachineCommand.Work(instruction));
            }
            case NextWork.Maintain(var wish, var seconds) ->
                say(machine, work, new MachineCommand.Maintain(wish, seconds));
            case NextWork.Recover(var lot, var operation, var processed, var why) -> {
                record(machine, now, new Fact.OperationInterrupted(lot, operation, processed, why), why);
                commands.send(machine, new MachineCommand.Drop(operation));
            }
            case NextWork.Drop(var operation) -> say(machine, work, new MachineCommand.Drop(operation));
        }
    }

    /** Durable, and told as a consequence of the plan in force. */
    private void record(EquipmentId machine, Instant now, Fact fact, String why) {
        var draft = Draft.of(now, "loop", machine, fact).because(why);
        accept.apply(adoption == null ? draft : draft.causedBy(adoption)).join();
    }

    private void say(EquipmentId machine, NextWork work, MachineCommand command) {
        var last = said.get(machine);
        long nanos = System.nanoTime();
        if (last == null
                || !last.work().same(work)
                || nanos - last.nanos() > TimeUnit.MILLISECONDS.toNanos(SAY_AGAIN_MILLIS)) {
            said.put(machine, new Said(work, nanos));
            commands.send(machine, command);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
