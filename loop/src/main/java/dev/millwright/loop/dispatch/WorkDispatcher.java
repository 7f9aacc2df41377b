package dev.millwright.loop.dispatch;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells each idle machine what the plan wants of it next, and says it again when the machine did not hear. What is
 * dispatched is durable before the machine is told, so that a crash never forgets work that runs.
 */
public final class WorkDispatcher implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WorkDispatcher.class.getName());
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final long SAY_AGAIN_MILLIS = 3_000;

    private final Supplier<TwinState> twin;
    private final Function<Draft, CompletableFuture<Event>> accept;
    private final MachineCommands commands;
    private final InstantSource plantClock;
    private final Semaphore wake = new Semaphore(0);
    private final Map<EquipmentId, Said> said = new HashMap<>();
    private final Thread thread;

    /** What a machine was last told, and when by the JVM's own clock. */
    private record Said(NextWork work, long nanos) {}

    public WorkDispatcher(
            Supplier<TwinState> twin,
            Function<Draft, CompletableFuture<Event>> accept,
            MachineCommands commands,
            InstantSource plantClock) {
        this.twin = twin;
        this.accept = accept;
        this.commands = commands;
        this.plantClock = plantClock;
        thread = Thread.ofPlatform().name("loop-dispatch").daemon().start(this::run);
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
                    Fact.LotArrived _ -> wake.release();
            default -> {}
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (wake.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                look();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) { // on the way out, nothing has failed
                    LOG.log(System.Logger.Level.ERROR, "Dispatching failed; it is tried again.", e);
                }
            }
        }
    }

    private void look() {
        var state = twin.get();
        if (state.plan() == null) {
            return;
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
                    accept.apply(Draft.of(
                                            now,
                                            "loop",
                                            machine,
                                            new Fact.OperationDispatched(instruction.lot(), instruction.operation()))
                                    .because("the plan's next operation for " + machine.name()))
                            .join();
                }
                say(machine, work, new dev.millwright.plant.MachineCommand.Work(instruction));
            }
            case NextWork.Maintain(var wish, var seconds) ->
                say(machine, work, new dev.millwright.plant.MachineCommand.Maintain(wish, seconds));
            case NextWork.Recover(var lot, var operation, var why) -> {
                accept.apply(Draft.of(now, "loop", machine, new Fact.OperationInterrupted(lot, operation, 0, why))
                                .because(why))
                        .join();
                commands.send(machine, new dev.millwright.plant.MachineCommand.Drop(operation));
            }
        }
    }

    private void say(EquipmentId machine, NextWork work, dev.millwright.plant.MachineCommand command) {
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
        thread.interrupt();
    }
}
