package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds few wishes that clash, of all those of a problem that has no schedule: wishes are given up, many at a time and
 * then one by one, and stay given up while what is left still clashes (deletion filter, Chinneck and Dravnieks 1991).
 * Tried from both ends, and the fewer taken.
 */
final class SmallestConflict {
    /** One more check would keep a person waiting who already waited for the plan. */
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(1);

    /**
     * Wishes that cannot be kept together.
     *
     * @param minimal whether it is known that without any one of them the others could be
     */
    record Conflict(List<Wish> wishes, boolean minimal) {}

    private final Problem problem;
    private final long end = System.nanoTime() + BUDGET.toNanos();
    private boolean minimal;

    SmallestConflict(Problem problem) {
        this.problem = problem;
    }

    Conflict find() {
        var all = Wish.of(problem);
        var found = filtered(all);
        if (found.wishes().size() > 1 && found.wishes().size() < all.size()) {
            var other = filtered(all.reversed());
            return other.minimal() && other.wishes().size() < found.wishes().size() ? other : found;
        }
        return found;
    }

    private Conflict filtered(List<Wish> all) {
        minimal = true;
        var kept = new ArrayList<>(all);
        for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
            int at = 0;
            while (at < kept.size()) {
                var without = new ArrayList<>(kept);
                without.subList(at, Math.min(kept.size(), at + size)).clear();
                if (clash(without, size)) {
                    kept = without;
                } else {
                    at += size;
                }
            }
        }
        return new Conflict(Wish.of(problem).stream().filter(kept::contains).toList(), minimal);
    }

    /** Whether no schedule keeps these wishes; what cannot be found out in time counts as possible. */
    private boolean clash(List<Wish> wishes, int size) {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            minimal = false;
            return false;
        }
        var limit = left.compareTo(LONGEST_CHECK) < 0 ? left : LONGEST_CHECK;
        var signal = new StopSignal();
        var solver = new CpSatSolver(new SolverSettings(limit, 1, 1, false));
        return switch (solver.solve(PlanRequest.of(only(wishes)), null, _ -> signal.stop(), signal)) {
            case Outcome.Infeasible _ -> true;
            case Outcome.Solved _ -> false;
            case Outcome.TimedOut _ -> {
                minimal &= size > 1;
                yield false;
            }
        };
    }

    /** The problem with these wishes alone; jobs about which nothing is asked can always come later and are left out. */
    private Problem only(List<Wish> wishes) {
        var reduced = problem;
        for (var wish : Wish.of(problem)) {
            reduced = wishes.contains(wish) ? reduced : wish.givenUp(reduced);
        }
        if (!reduced.precedences().isEmpty()) {
            return reduced;
        }
        return reduced.jobs(reduced.jobs().stream()
                .filter(SmallestConflict::asksForSomething)
                .toList());
    }

    private static boolean asksForSomething(Job job) {
        return job.deadline() != null
                || job.operations().stream()
                        .anyMatch(operation ->
                                operation.pin() != null || !(operation.progress() instanceof Progress.Waiting))
                || job.precedences().stream().anyMatch(precedence -> precedence.link() != Link.PLAIN);
    }
}
