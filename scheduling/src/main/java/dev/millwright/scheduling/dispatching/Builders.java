package dev.millwright.scheduling.dispatching;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds schedules of one problem: by appending where it is plain, into gaps where it is not. */
final class Builders {
    final Problem problem;
    final ProblemIndex index;
    final double meanDuration;
    private final @Nullable Shop shop;
    private final @Nullable Works works;

    Builders(Problem problem) {
        this.problem = problem;
        index = ProblemIndex.of(problem);
        shop = plain(problem) ? new Shop(problem, index) : null;
        works = shop == null ? new Works(problem, index) : null;
        meanDuration = shop != null ? shop.meanDuration : works == null ? 1 : works.graph.meanDuration;
    }

    List<Assignment> build(
            List<MaintenancePlacement> slots,
            @Nullable Map<String, String> home,
            long loyalty,
            Choice choice,
            Priority priority) {
        return shop == null
                ? new GapBuilder(requireNonNull(works), slots, home, loyalty).build(choice, priority)
                : new ChainBuilder(shop, new Heads(shop, slots, home, loyalty, priority)).build(choice);
    }

    boolean appends() {
        return shop != null;
    }

    /** Whether jobs are chains that share nothing but machines, and no time is given from outside. */
    private static boolean plain(Problem problem) {
        return problem.precedences().isEmpty()
                && problem.transport().isEmpty()
                && problem.resources().isEmpty()
                && problem.machines().stream().noneMatch(Machine::unlimited)
                && problem.jobs().stream().allMatch(Builders::plain);
    }

    private static boolean plain(Job job) {
        return job.isChain()
                && job.precedences().stream().allMatch(Builders::plain)
                && job.operations().stream().allMatch(Builders::plain);
    }

    private static boolean plain(Precedence precedence) {
        return precedence.link() == Link.PLAIN && precedence.lag() == 0;
    }

    private static boolean plain(Operation operation) {
        var pin = operation.pin();
        return !operation.stretches() && (pin == null || pin.start() == null);
    }
}
