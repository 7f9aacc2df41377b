package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.util.List;

/** What each open job costs by when it ends: its tardiness, that it is late at all, and how long it takes. */
final class JobCosts {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int[] due;
    private final int[] ready;
    private final long[] tardiness;
    private final long late;
    private final long flow;

    /** @param jobs the open ones, in the shop's order; times count from {@code now} */
    JobCosts(List<Job> jobs, Objective objective, long now) {
        due = jobs.stream().mapToInt(job -> due(job, now)).toArray();
        ready = jobs.stream()
                .mapToInt(job -> (int) (Math.max(now, job.releaseDate()) - now))
                .toArray();
        long weight = objective.weight(Measure.TARDINESS);
        tardiness = jobs.stream().mapToLong(job -> weight * job.weight()).toArray();
        late = objective.weight(Measure.LATE_JOBS);
        flow = objective.weight(Measure.FLOW_TIME);
    }

    private static int due(Job job, long now) {
        var date = job.dueDate();
        return date == null ? NEVER : Math.clamp(date - now, Integer.MIN_VALUE / 2, NEVER);
    }

    int jobs() {
        return due.length;
    }

    /** What a job costs that ends then. */
    long of(int job, int end) {
        long cost = flow * (end - ready[job]);
        return end > due[job] ? cost + late + tardiness[job] * ((long) end - due[job]) : cost;
    }

    /** Whether a job would cost less if it ended sooner than this. */
    boolean pressing(int job, int end) {
        return flow > 0 || (end > due[job] && (tardiness[job] > 0 || late > 0));
    }

    /** How soon a job with so much work ahead has to go on at a time; more is more urgent. */
    double urgency(int job, int at, int remaining) {
        double weight = 1 + tardiness[job];
        if (due[job] == NEVER) {
            return weight / (1 + remaining);
        }
        return weight / (1 + Math.max(0, (double) due[job] - at - remaining));
    }
}
