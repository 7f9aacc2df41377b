package dev.millwright.bench.scheduling;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is minimised on a family, and its value recomputed from the starts and ends alone. */
enum Aim {
    MAKESPAN {
        @Override
        long value(Problem problem, Schedule schedule) {
            return schedule.assignments().stream()
                    .mapToLong(assignment -> assignment.end() - problem.now())
                    .max()
                    .orElse(0);
        }
    },
    TOTAL_TARDINESS {
        @Override
        long value(Problem problem, Schedule schedule) {
            return tardiness(problem, schedule, false);
        }
    },
    TOTAL_WEIGHTED_TARDINESS {
        @Override
        long value(Problem problem, Schedule schedule) {
            return tardiness(problem, schedule, true);
        }
    };

    abstract long value(Problem problem, Schedule schedule);

    Objective objective() {
        return this == MAKESPAN ? Objective.ofMakespan() : Objective.ofTardiness();
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The aim a table of bounds calls by these words; null when it is none of ours. */
    static @Nullable Aim of(String words) {
        for (var aim : values()) {
            if (aim.words().equals(words)) {
                return aim;
            }
        }
        return null;
    }

    private static long tardiness(Problem problem, Schedule schedule, boolean weighted) {
        var ends = new HashMap<String, Long>();
        schedule.assignments().forEach(assignment -> ends.merge(assignment.jobId(), assignment.end(), Math::max));
        long sum = 0;
        for (var job : problem.jobs()) {
            var due = job.dueDate();
            if (due != null) {
                long late = Math.max(0, ends.getOrDefault(job.id(), 0L) - due);
                sum += weighted ? job.weight() * late : late;
            }
        }
        return sum;
    }
}
