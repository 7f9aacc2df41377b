package dev.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The solver against every sequence in every mode of problems small enough to try them all. */
class TinyOptimumTest {
    @Test
    void tardinessAndMakespanAreOptimalOnTinyProblems() {
        var scheduler = new Scheduler(SolverSettings.deterministic(Duration.ofSeconds(5), 1));
        int tried = 0;
        for (long seed = 0; tried < 25; seed++) {
            var drawn = RandomProblems.of(seed, 3, 2);
            var problem = new Problem(drawn.now(), drawn.machines(), drawn.jobs(), drawn.setups(), List.of());
            if (problem.openOperations() > 6) {
                continue;
            }
            tried++;
            var objective = new Objective(1, 3, 0, 0);
            var outcome = scheduler.solve(new PlanRequest(problem, objective, null));
            var solved = (Outcome.Solved) outcome;
            assertThat(solved.optimal()).as("seed " + seed).isTrue();
            assertThat(solved.schedule().score().total()).as("seed " + seed).isEqualTo(new BruteForce(problem).best());
        }
    }

    /** Appends operations in every order in every mode: among these semi-active schedules lies an optimum. */
    private static final class BruteForce {
        private final Problem problem;
        private final Map<String, Long> free = new HashMap<>();
        private final Map<String, @Nullable String> family = new HashMap<>();
        private final long[] ready;
        private final long[] ended;
        private final int[] next;
        private long floorEnd;

        BruteForce(Problem problem) {
            this.problem = problem;
            ready = new long[problem.jobs().size()];
            ended = new long[ready.length];
            next = new int[ready.length];
            floorEnd = problem.now();
            for (var machine : problem.machines()) {
                free.put(machine.id(), Math.max(problem.now(), machine.availableFrom()));
                if (machine.setupState() != null) {
                    family.put(machine.id(), machine.setupState());
                }
            }
            for (int j = 0; j < ready.length; j++) {
                begin(problem.jobs().get(j), j);
            }
        }

        private void begin(Job job, int j) {
            ready[j] = Math.max(problem.now(), job.releaseDate());
            for (var operation : job.operations()) {
                switch (operation.progress()) {
                    case Progress.Waiting() -> {}
                    case Progress.Done(var _, var _, var end) -> {
                        next[j]++;
                        ended[j] = end;
                    }
                    case Progress.Running(var machine, var _, var remaining) -> {
                        long end = problem.now() + remaining;
                        next[j]++;
                        ended[j] = end;
                        ready[j] = Math.max(ready[j], end);
                        floorEnd = Math.max(floorEnd, end);
                        free.merge(machine, end, Math::max);
                        if (operation.family() != null) {
                            family.put(machine, operation.family());
                        }
                    }
                }
            }
        }

        long best() {
            long best = Long.MAX_VALUE;
            boolean done = true;
            for (int j = 0; j < next.length; j++) {
                var job = problem.jobs().get(j);
                if (next[j] < job.operations().size()) {
                    done = false;
                    var modes = job.operations().get(next[j]).allowedModes();
                    for (var mode : modes) {
                        best = Math.min(best, with(j, mode));
                    }
                }
            }
            return done ? total() : best;
        }

        private long with(int j, Mode mode) {
            var machine = mode.machineId();
            var operation = problem.jobs().get(j).operations().get(next[j]);
            long oldFree = free.getOrDefault(machine, 0L);
            var oldFamily = family.get(machine);
            long oldReady = ready[j];
            long oldEnd = ended[j];
            long setup = problem.setups().between(machine, oldFamily, operation.family());
            long start = Math.max(oldReady, oldFree + setup);
            while (down(machine, start - setup, start + mode.duration())) {
                start++;
            }
            long end = start + mode.duration();
            free.put(machine, end);
            family.put(machine, operation.family());
            ready[j] = end;
            ended[j] = end;
            next[j]++;
            long best = best();
            next[j]--;
            ended[j] = oldEnd;
            ready[j] = oldReady;
            family.put(machine, oldFamily);
            free.put(machine, oldFree);
            return best;
        }

        private boolean down(String machineId, long from, long to) {
            return problem.machines().stream()
                    .filter(machine -> machine.id().equals(machineId))
                    .flatMap(machine -> machine.down().stream())
                    .anyMatch(window -> window.overlaps(from, to));
        }

        private long total() {
            long last = floorEnd;
            long tardiness = 0;
            for (int j = 0; j < next.length; j++) {
                var job = problem.jobs().get(j);
                last = Math.max(last, ended[j]);
                if (job.dueDate() != null) {
                    tardiness += job.weight() * Math.max(0, ended[j] - job.dueDate());
                }
            }
            return last - problem.now() + 3 * tardiness;
        }
    }
}
