package dev.millwright.scheduling;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.replanning.FirstAnswer;
import dev.millwright.scheduling.replanning.ScheduleChanges;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans a factory: a flexible job shop with setups, shifts, shared resources, transport, links of any closeness,
 * maintenance wishes and a floor that is already at work. A first plan takes milliseconds, the best one as long as the
 * settings allow.
 */
public final class Scheduler {
    private final SolverSettings settings;

    public Scheduler(SolverSettings settings) {
        this.settings = settings;
    }

    /**
     * A plan in milliseconds: the best of the dispatching rules, and of the adopted schedule shifted and repaired where
     * there is one. May miss a deadline, a pinned start or a maintenance window; {@link
     * dev.millwright.scheduling.schedule.ScheduleChecker} tells.
     */
    public Schedule firstPlan(PlanRequest request) {
        return new FirstAnswer(request).schedule();
    }

    /** A plan by one rule. */
    public Schedule byRule(PlanRequest request, DispatchRule rule) {
        return new Dispatcher(request).byRule(rule);
    }

    /** The best of so many plans by a rule that chance perturbs; the same seed gives the same plan. */
    public Schedule sampled(PlanRequest request, DispatchRule rule, int tries, long seed) {
        return new Dispatcher(request).sampled(rule, tries, seed);
    }

    /**
     * The best plan found within the limit, starting from {@link #firstPlan}.
     *
     * @param listener told of every better plan, the first one included, on the solver's threads, in order
     * @param signal stops the search from any thread; the best plan so far is the outcome
     */
    public Outcome solve(PlanRequest request, Consumer<Incumbent> listener, StopSignal signal) {
        return new Portfolio(request, settings, listener, signal).run(firstPlan(request));
    }

    /** The best plan found within the limit, told once. */
    public Outcome solve(PlanRequest request) {
        return solve(request, _ -> {}, new StopSignal());
    }

    /**
     * What differs between the request's adopted schedule and the next one, each change with its reason.
     *
     * @param trigger what set off the re-planning, in words, for changes the floor's state does not explain; or null
     */
    public ScheduleChanges changes(PlanRequest request, Schedule next, @Nullable String trigger) {
        return ScheduleChanges.between(request.problem(), request.adopted(), next, trigger);
    }
}
