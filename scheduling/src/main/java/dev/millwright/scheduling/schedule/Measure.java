package dev.millwright.scheduling.schedule;

/** What a schedule is measured by; less is better. */
public enum Measure {
    /** Seconds from now to the end of the last operation. */
    MAKESPAN,
    /** Seconds after the due date times the job's weight, summed. */
    TARDINESS,
    /** Jobs that end after their due date. */
    LATE_JOBS,
    /** Seconds each job takes from its release, or from now where that is later, to its end, summed. */
    FLOW_TIME,
    /** Seconds of changing machines over. */
    SETUP_TIME,
    /** Seconds of work and setup ahead of the machine that has most of them; subcontractors do not count. */
    LARGEST_LOAD,
    /** Power times price for each second that waiting operations work. */
    ENERGY_COST,
    /** Weighted seconds that maintenance waits in its windows, and what its starts cost besides. */
    MAINTENANCE_DELAY,
    /** Seconds that waiting operations start away from their place in the adopted schedule. */
    MOVED_SECONDS,
    /** Waiting operations on another machine than in the adopted schedule. */
    CHANGED_MACHINES,
    /** What the chosen modes of waiting operations cost: subcontractors. */
    COST;

    /** This measure's value in a score. */
    public long of(Score score) {
        return switch (this) {
            case MAKESPAN -> score.makespan();
            case TARDINESS -> score.weightedTardiness();
            case LATE_JOBS -> score.tardyJobs();
            case FLOW_TIME -> score.flowTime();
            case SETUP_TIME -> score.setupTime();
            case LARGEST_LOAD -> score.largestLoad();
            case ENERGY_COST -> score.energyCost();
            case MAINTENANCE_DELAY -> score.maintenanceDelay();
            case MOVED_SECONDS -> score.movedSeconds();
            case CHANGED_MACHINES -> score.changedMachines();
            case COST -> score.cost();
        };
    }
}
