package dev.millwright.plant;

/** What a machine can be told to do. */
public sealed interface MachineCommand {

    /** A PackML command. */
    record Control(PackMlCommand command) implements MachineCommand {}

    /** Run this operation next; the machine starts it as soon as it is idle and the lot is there. */
    record Work(WorkInstruction instruction) implements MachineCommand {}

    /** Forget an operation that has not started, or drop it where it stands. */
    record Drop(String operation) implements MachineCommand {}

    /** Go through preventive maintenance as soon as the running operation is done. */
    record Maintain(String wish, int seconds) implements MachineCommand {}
}
