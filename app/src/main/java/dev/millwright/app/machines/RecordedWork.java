package dev.millwright.app.machines;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.WorkInstruction;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;

/** An operation on a recorded machine: a part a cycle. Changed by the replay's thread, read by births. */
final class RecordedWork {

    private static final String SOURCE = "replay";

    private final EquipmentId machine;
    private final WorkInstruction instruction;
    private final Instant since;
    private volatile int good;

    RecordedWork(EquipmentId machine, WorkInstruction instruction, Instant since) {
        this.machine = machine;
        this.instruction = instruction;
        this.since = since;
    }

    /** When it was taken up: cycles from before are not its own. */
    Instant since() {
        return since;
    }

    EquipmentId machine() {
        return machine;
    }

    String operation() {
        return instruction.operation();
    }

    boolean isDone() {
        return good >= instruction.quantity();
    }

    Draft started() {
        return draft(since, new Fact.OperationStarted(instruction.lot(), instruction.operation()));
    }

    /** One more part. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
    Draft cycle(Instant time) {
        good++;
        return counted(time);
    }

    Draft counted(Instant time) {
        return draft(time, new Fact.PartsCounted(instruction.lot(), instruction.operation(), good, 0, 0));
    }

    Draft completed(Instant time) {
        return draft(time, new Fact.OperationCompleted(instruction.lot(), instruction.operation(), good, 0, 0));
    }

    Draft interrupted(Instant time, String why) {
        return draft(time, new Fact.OperationInterrupted(instruction.lot(), instruction.operation(), good, why));
    }

    private Draft draft(Instant time, Fact fact) {
        return Draft.of(time, SOURCE, machine, fact);
    }
}
