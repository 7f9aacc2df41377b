package dev.millwright.scheduling;

import dev.millwright.scheduling.cpsat.CpSatSolver;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A way to solve a problem, chosen by its name: {@code portfolio}, {@code cpsat}, {@code rule:MWKR}. */
public sealed interface SolverChoice {

    /** What a rule's name begins with. */
    String RULE = "rule:";

    /** As on the command line. */
    String name();

    /** Searches, telling every better schedule, until the best is proven, the limit comes, or the signal stops it. */
    Outcome solve(PlanRequest request, SolverSettings settings, Consumer<Incumbent> listener, StopSignal signal);

    /** The scheduler as everybody calls it. */
    record Portfolio() implements SolverChoice {
        @Override
        public String name() {
            return "portfolio";
        }

        @Override
        public Outcome solve(
                PlanRequest request, SolverSettings settings, Consumer<Incumbent> listener, StopSignal signal) {
            return new Scheduler(settings).solve(request, listener, signal);
        }
    }

    /** CP-SAT from cold: one model of the whole problem, no hint, no window search. */
    record PlainCpSat() implements SolverChoice {
        @Override
        public String name() {
            return "cpsat";
        }

        @Override
        public Outcome solve(
                PlanRequest request, SolverSettings settings, Consumer<Incumbent> listener, StopSignal signal) {
            return new CpSatSolver(settings).solve(request, null, listener, signal);
        }
    }

    /** One dispatching rule. */
    record Rule(DispatchRule rule) implements SolverChoice {
        @Override
        public String name() {
            return RULE + rule.name();
        }

        @Override
        public Outcome solve(
                PlanRequest request, SolverSettings settings, Consumer<Incumbent> listener, StopSignal signal) {
            long began = System.nanoTime();
            var schedule = new Scheduler(settings).byRule(request, rule);
            return new Outcome.Solved(schedule, 0, false, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** The choice of this name. */
    static SolverChoice of(String name) {
        if (name.startsWith(RULE)) {
            return new Rule(rule(name.substring(RULE.length())));
        }
        return switch (name) {
            case "portfolio" -> new Portfolio();
            case "cpsat" -> new PlainCpSat();
            default -> throw unknown(name);
        };
    }

    private static DispatchRule rule(String name) {
        return Arrays.stream(DispatchRule.values())
                .filter(rule -> rule.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(RULE + name));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("There is no solver '" + name + "'.\nKnown are portfolio, cpsat, and rule:"
                + " with one of " + List.of(DispatchRule.values()) + ".");
    }
}
