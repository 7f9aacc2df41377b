package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/** When each open job began, must and should end, and which operations decide when it does. */
final class JobDates {
    private static final long NEVER = Long.MAX_VALUE / 4;

    final long[] ready;
    final long[] due;
    final long[] deadline;
    final long[] weight;
    /** Operations without one after them in their job. */
    final int[][] lasts;

    private final long[] settled;

    JobDates(SequencedShop shop) {
        long now = shop.problem.now();
        int jobs = shop.jobs.size();
        ready = new long[jobs];
        due = new long[jobs];
        deadline = new long[jobs];
        weight = new long[jobs];
        lasts = new int[jobs][];
        settled = new long[jobs];
        for (int j = 0; j < jobs; j++) {
            Job job = shop.jobs.get(j);
            ready[j] = Math.max(now, job.releaseDate());
            due[j] = job.dueDate() == null ? NEVER : job.dueDate();
            deadline[j] = job.deadline() == null ? NEVER : job.deadline();
            weight[j] = job.weight();
            settled[j] = settled(job, now);
            lasts[j] = lasts(shop, j);
        }
    }

    /** When a job ends. */
    long end(SequenceGraph graph, int job) {
        long end = settled[job];
        for (int last : lasts[job]) {
            end = Math.max(end, graph.completion[last]);
        }
        return end;
    }

    /** The end of what has begun. */
    private static long settled(Job job, long now) {
        long end = Long.MIN_VALUE / 4;
        for (var operation : job.operations()) {
            switch (operation.progress()) {
                case Progress.Waiting() -> {}
                case Progress.Running running -> end = Math.max(end, now + running.remaining());
                case Progress.Done done -> end = Math.max(end, done.end());
            }
        }
        return end;
    }

    private static int[] lasts(SequencedShop shop, int job) {
        return IntStream.range(0, shop.operations)
                .filter(i -> shop.jobOf[i] == job)
                .filter(i -> Arrays.stream(shop.after[i]).noneMatch(next -> shop.jobOf[next] == job))
                .toArray();
    }
}
