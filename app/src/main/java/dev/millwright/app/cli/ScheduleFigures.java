package dev.millwright.app.cli;

import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.formats.ObjectiveText;
import dev.millwright.scheduling.formats.ProblemFile;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a search came to, for a person and for a file. */
record ScheduleFigures(ProblemFile problem, Outcome.Solved solved, int violations) {
    private static final double MILLIS = 1000;

    /** The measures that count, the makespan, the bound, and the time it took. */
    String text() {
        var objective = problem.request().objective();
        var score = solved.schedule().score();
        var text = new StringBuilder();
        Arrays.stream(Measure.values())
                .filter(measure -> measure != Measure.MAKESPAN && objective.counts(measure))
                .filter(measure -> measure != Measure.MAINTENANCE_DELAY
                        || !problem.request().problem().maintenance().isEmpty())
                .forEach(measure -> text.append("%-9s %d%n".formatted(ObjectiveText.name(measure), measure.of(score))));
        return text.append(String.format(
                        Locale.ROOT,
                        "makespan  %d%s%nbound     %.0f (gap %.2f %%)%ntime      %.2f s%n",
                        score.makespan(),
                        solved.optimal() ? " (optimal)" : "",
                        solved.bound(),
                        solved.gapPercent(),
                        solved.elapsed().toMillis() / MILLIS))
                .toString();
    }

    /** The same for {@code --json}. */
    MeasureFile measurement(Path file, String solver, SolverSettings settings, Instant started, long nanos) {
        var schedule = solved.schedule();
        Map<String, Object> how = new LinkedHashMap<>();
        how.put("instance", String.valueOf(file.getFileName()));
        how.put("objective", ObjectiveText.of(problem.request().objective()));
        how.put("solver", solver);
        how.put("limit_s", settings.limit().toMillis() / MILLIS);
        how.put("workers", settings.workers());
        how.put("seed", settings.seed());
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("makespan", schedule.makespan());
        metrics.put("weighted_tardiness", schedule.weightedTardiness());
        metrics.put("late_jobs", schedule.tardyJobs());
        metrics.put("objective", schedule.score().total());
        metrics.put("bound", solved.bound());
        metrics.put("gap_percent", solved.gapPercent());
        metrics.put("violations", violations);
        return MeasureFile.of("schedule", started, nanos, how, metrics, rows());
    }

    private List<Map<String, Object>> rows() {
        return solved.schedule().assignments().stream()
                .map(assignment -> Map.<String, Object>of(
                        "job", assignment.jobId(),
                        "operation", assignment.operationId(),
                        "machine", assignment.machineId(),
                        "start", assignment.start(),
                        "end", assignment.end()))
                .toList();
    }
}
