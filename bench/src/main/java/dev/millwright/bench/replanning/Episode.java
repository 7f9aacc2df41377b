package dev.millwright.bench.replanning;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.List;

/**
 * A public story of what happened on a floor, with the schedule it followed when it began.
 *
 * @param family the folder it comes from
 */
record Episode(
        String name,
        String family,
        List<Machine> machines,
        List<Job> jobs,
        Schedule incumbent,
        List<Happening> happenings) {

    /** Something that wants a new schedule, in whole units of time, rounded up. */
    sealed interface Happening {
        long time();

        /** A new job. */
        record Arrival(long time, Job job) implements Happening {}

        /** A machine that is down for a while; when it will work again is known at once. */
        record Breakdown(long time, String machineId, long until) implements Happening {}
    }

    Episode {
        machines = List.copyOf(machines);
        jobs = List.copyOf(jobs);
        happenings = List.copyOf(happenings);
    }
}
