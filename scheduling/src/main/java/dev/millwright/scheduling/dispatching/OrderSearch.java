package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Score;
import dev.millwright.scheduling.schedule.Scorer;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Improves a schedule by trying other orders of urgency among the jobs: one job at a time takes a turn near another's,
 * the schedule is built anew, and what is no worse stays. Thousands of tries take seconds, whatever the setups.
 */
public final class OrderSearch {
    private static final List<Choice> CHOICES = List.of(Choice.NON_DELAY, Choice.ACTIVE);

    private final PlanRequest request;
    private final Builders builders;
    private final Scorer scorer;
    private final int[] open;
    private final Random random;
    private final double[] urgency;
    private Schedule best;
    private @Nullable Score current;

    /** @param start a schedule that keeps every rule */
    public OrderSearch(PlanRequest request, Schedule start, long seed) {
        this.request = request;
        builders = new Builders(request.problem());
        scorer = new Scorer(request);
        var jobs = request.problem().jobs();
        open = IntStream.range(0, jobs.size())
                .filter(j -> jobs.get(j).operations().stream().anyMatch(Operation::waiting))
                .toArray();
        random = new Random(seed);
        best = start;
        var ends = new HashMap<String, Double>();
        start.assignments().forEach(each -> ends.merge(each.jobId(), (double) each.end(), Math::max));
        var byEnd = jobs.stream()
                .mapToDouble(job -> ends.getOrDefault(job.id(), 0.0))
                .toArray();
        var byDueDate = byEnd.clone();
        for (int j = 0; j < byDueDate.length; j++) {
            var due = jobs.get(j).dueDate();
            byDueDate[j] = due == null ? byDueDate[j] : due;
        }
        urgency = byEnd;
        for (var choice : CHOICES) {
            var endsFirst = built(choice, byEnd).score();
            var datesFirst = built(choice, byDueDate).score();
            if (datesFirst.betterThan(endsFirst)) {
                System.arraycopy(byDueDate, 0, urgency, 0, urgency.length);
                break;
            }
        }
    }

    /** The best schedule so far, after this many more tries. */
    public Schedule after(int tries) {
        for (int i = 0; i < tries && open.length > 0; i++) {
            attempt();
        }
        return best;
    }

    private void attempt() {
        int job = open[random.nextInt(open.length)];
        double before = urgency[job];
        double near = urgency[open[random.nextInt(open.length)]];
        urgency[job] = near + random.nextGaussian() * builders.meanDuration;
        var schedule = built(CHOICES.get(random.nextInt(CHOICES.size())), urgency);
        var score = schedule.score();
        if ((current != null && current.betterThan(score))
                || !ScheduleChecker.check(request.problem(), schedule).isEmpty()) {
            urgency[job] = before;
            return;
        }
        current = score;
        if (score.betterThan(best.score())) {
            best = schedule;
        }
    }

    private Schedule built(Choice choice, double[] order) {
        var asOrdered = Priority.held(candidate -> order[candidate.job()]);
        var waiting = builders.build(best.maintenance(), null, 0, choice, asOrdered);
        return request.schedule("order-search", waiting, best.maintenance(), scorer);
    }
}
