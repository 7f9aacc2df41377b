package dev.millwright.scheduling.schedule;

/**
 * What a schedule is worth, measure by measure, and weighed together.
 *
 * @param makespan seconds from the problem's now to the end of the last operation
 * @param weightedTardiness seconds after the due date times the job's weight, summed
 * @param movedSeconds how far waiting operations start from their place in the adopted schedule, summed
 * @param changedMachines waiting operations on another machine than in the adopted schedule
 * @param maintenanceDelay weighted seconds that maintenance waits in its windows
 * @param total all of it by the objective's weights; smaller is better
 */
public record Score(
        long makespan,
        long weightedTardiness,
        int tardyJobs,
        long setupTime,
        long movedSeconds,
        int changedMachines,
        long maintenanceDelay,
        long total) {}
