package dev.millwright.scheduling.dispatching;

/**
 * A place for a task on a machine.
 *
 * @param choice which of the task's modes
 * @param index its turn on the machine
 */
record Spot(int choice, int index, long setup, long start, long end) {
    /** No place at all. */
    static final Spot NOWHERE = new Spot(-1, -1, 0, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4);

    long setupStart() {
        return start - setup;
    }
}
