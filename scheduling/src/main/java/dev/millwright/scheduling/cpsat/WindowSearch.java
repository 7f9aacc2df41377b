package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.dispatching.OrderSearch;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Improves a schedule of a large problem: first by the order of its jobs as a whole, then piece by piece: again and again
 * some dozens of operations that follow one another are decided anew, what lies before them stays, what lies after keeps
 * its order. First from the front to the back, then anywhere.
 */
final class WindowSearch {
    private static final int TRIES = 20;

    /** What building schedules is charged, so that no clock is needed and a seed gives the same search everywhere. */
    private static final long OPERATIONS_PER_SECOND = 150_000;

    private static final Duration LONGEST_STEP = Duration.ofMillis(1_500);

    private final PlanRequest request;
    private final int freeOperations;
    private final ProblemIndex index;
    private final SolverSettings settings;
    private final Consumer<Incumbent> listener;
    private final StopSignal signal;
    private final Random random;
    private Duration elapsed = Duration.ZERO;

    WindowSearch(
            PlanRequest request,
            int freeOperations,
            SolverSettings settings,
            Consumer<Incumbent> listener,
            StopSignal signal) {
        this.freeOperations = freeOperations;
        this.request = request;
        this.settings = settings;
        this.listener = listener;
        this.signal = signal;
        index = ProblemIndex.of(request.problem());
        random = new Random(settings.seed());
    }

    Outcome improve(Schedule start) {
        var best = inBetterOrder(start);
        int sweep = 0;
        while (!signal.stopped() && elapsed.compareTo(settings.limit()) < 0) {
            var order = order(best);
            int first = sweep < order.size() ? sweep : random.nextInt(order.size()) - freeOperations / 2;
            sweep += freeOperations / 2;
            var found = step(best, order, Math.max(0, first));
            if (found.score().betterThan(best.score())) {
                best = found;
                listener.accept(new Incumbent(best, best.score().total(), 0, elapsed));
            }
        }
        boolean nothingLeft = best.score().levels().stream().allMatch(sum -> sum == 0);
        return new Outcome.Solved(best, 0, nothingLeft, elapsed);
    }

    /** Two fifths of the time for the order of the jobs as a whole, which no window sees. */
    private Schedule inBetterOrder(Schedule start) {
        var best = start;
        var search = new OrderSearch(request, start, settings.seed());
        long operations = Math.max(1, request.problem().openOperations());
        var turn = Duration.ofNanos(TRIES * operations * 1_000_000_000L / OPERATIONS_PER_SECOND);
        while (!signal.stopped()
                && elapsed.plus(turn).compareTo(settings.limit().multipliedBy(2).dividedBy(5)) < 0) {
            var found = search.after(TRIES);
            elapsed = elapsed.plus(turn);
            if (found.score().betterThan(best.score())) {
                best = found;
                listener.accept(new Incumbent(best, best.score().total(), 0, elapsed));
            }
        }
        return best;
    }

    private Schedule step(Schedule best, List<String> order, int first) {
        var focus = new Focus(best, order, first, Math.min(order.size(), first + freeOperations));
        var left = settings.limit().minus(elapsed);
        var limit = left.compareTo(LONGEST_STEP) < 0 ? left : LONGEST_STEP;
        var step = new SolverSettings(limit, settings.workers(), settings.seed(), settings.deterministic());
        var search = new Search(request, best, focus, step, _ -> {}, signal);
        var outcome = search.run();
        elapsed = elapsed.plus(search.spent());
        return outcome instanceof Outcome.Solved solved ? solved.schedule() : best;
    }

    private List<String> order(Schedule schedule) {
        return schedule.assignments().stream()
                .map(Assignment::operationId)
                .filter(this::waiting)
                .toList();
    }

    private boolean waiting(String operationId) {
        var step = index.step(operationId);
        return step != null && step.operation().waiting();
    }
}
