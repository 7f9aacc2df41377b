/**
 * Problem, schedule, checker, dispatching, local search, CP-SAT and re-planning.
 *
 * <pre>{@code
 * var scheduler = new Scheduler(SolverSettings.fast());
 * var request = new PlanRequest(problem, Objective.balanced(), adopted);
 * Schedule first = scheduler.firstPlan(request);
 * Outcome best = scheduler.solve(request, incumbent -> show(incumbent), new StopSignal());
 * }</pre>
 */
@NullMarked
package dev.millwright.scheduling;

import org.jspecify.annotations.NullMarked;
