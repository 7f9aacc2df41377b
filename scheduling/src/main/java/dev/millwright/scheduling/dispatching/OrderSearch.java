package dev.millwright.scheduling.dispatching;

import dev.millwright.scheduling.dispatching.ScheduleBuilder.Choice;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Improves a schedule by trying other orders of urgency among the jobs: one job at a time takes a turn near another's,
 * the schedule is built anew, and what is no worse stays. Thousands of tries take seconds, whatever the setups.
 */
public final class OrderSearch {
    private static final List<Choice> CHOICES = List.of(Choice.NON_DELAY, Choice.ACTIVE);

    private final PlanRequest request;
    private final Shop shop;
    private final Random random;
    private final double[] urgency;
    private Schedule best;
    private @Nullable Score current;

    /** @param start a schedule that keeps every rule */
    public OrderSearch(PlanRequest request, Schedule start, long seed) {
        this.request = request;
        shop = new Shop(request.problem());
        random = new Random(seed);
        best = start;
        var ends = new HashMap<String, Double>();
        start.assignments().forEach(each -> ends.merge(each.jobId(), (double) each.end(), Math::max));
        var byEnd = shop.jobs.stream()
                .mapToDouble(job -> ends.getOrDefault(job.job().id(), 0.0))
                .toArray();
        var byDueDate = byEnd.clone();
        for (int j = 0; j < byDueDate.length; j++) {
            var due = shop.jobs.get(j).job().dueDate();
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
        for (int i = 0; i < tries; i++) {
            attempt();
        }
        return best;
    }

    private void attempt() {
        int job = random.nextInt(urgency.length);
        double before = urgency[job];
        double near = urgency[random.nextInt(urgency.length)];
        urgency[job] = near + random.nextGaussian() * shop.meanDuration;
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
        var waiting = new ScheduleBuilder(shop, best.maintenance(), null, 0)
                .build(choice, (_, candidate) -> order[candidate]);
        return request.schedule("order-search", waiting, best.maintenance());
    }
}
