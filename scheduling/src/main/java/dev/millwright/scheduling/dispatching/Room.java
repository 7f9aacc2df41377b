package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.WorkingTime;

/** Looks for a start at which one task in one mode has everything it needs: open machine, shifts, resources. */
final class Room {
    private static final long NONE = -1;

    private final boolean stretches;
    private final Task.Choice choice;
    private final WorkingTime open;
    private final WorkingTime shifts;
    private final ResourceUse[] resources;

    /**
     * @param open the machine's time without stops and maintenance
     * @param shifts the machine's time without breaks, where setups lie
     */
    Room(Task task, Task.Choice choice, WorkingTime open, WorkingTime shifts, ResourceUse[] resources) {
        stretches = task.operation().stretches();
        this.choice = choice;
        this.open = open;
        this.shifts = shifts;
        this.resources = resources;
    }

    /** The first start at or after {@code earliest} that ends by {@code latestEnd}, or a negative number. */
    long start(long earliest, long setup, long latestEnd) {
        long start = earliest;
        while (true) {
            long begin = start;
            start = stretches ? choice.hours().next(start) : choice.hours().room(start, choice.duration());
            start = setup == 0 ? start : shifts.room(start - setup, setup) + setup;
            start = open.room(start - setup, setup + end(start) - start) + setup;
            for (var hold : choice.holds()) {
                start = resources[hold.resource()].past(start, end(start), hold.amount());
            }
            if (end(start) > latestEnd) {
                return NONE;
            }
            if (start == begin) {
                return start;
            }
        }
    }

    long end(long start) {
        return stretches ? choice.hours().end(start, choice.duration()) : start + choice.duration();
    }
}
