package dev.millwright.app.cli;

import dev.millwright.scheduling.formats.Chart;
import dev.millwright.scheduling.formats.GanttText;
import dev.millwright.scheduling.formats.ProblemFile;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schedule as a planner reads it on a terminal: what becomes of each job, how busy each machine is, and when. */
final class ScheduleReport {
    /** Of more jobs only the late ones are listed, the latest first. */
    private static final int MANY_JOBS = 40;

    private final ProblemFile file;
    private final Problem problem;
    private final Schedule schedule;
    private final Map<String, Long> starts = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();

    ScheduleReport(ProblemFile file, Schedule schedule) {
        this.file = file;
        this.schedule = schedule;
        problem = file.request().problem();
        for (var each : schedule.assignments()) {
            starts.merge(each.jobId(), each.start(), Math::min);
            ends.merge(each.jobId(), each.end(), Math::max);
        }
    }

    /** Everything, fitted to so many columns. */
    String text(int width, GanttText.Letters letters) {
        var chart = new Chart(file.name(), problem, schedule, file.epoch());
        return String.join(System.lineSeparator(), jobs(), machines(), GanttText.draw(chart, width, letters));
    }

    private String jobs() {
        var jobs = problem.jobs();
        boolean many = jobs.size() > MANY_JOBS;
        List<Job> shown = many
                ? jobs.stream()
                        .filter(job -> late(job) > 0)
                        .sorted(Comparator.comparingLong(this::late).reversed())
                        .limit(MANY_JOBS)
                        .toList()
                : jobs;
        var table = new Table("job", "start", "end", "due", "late");
        for (var job : shown) {
            table.row(
                    job.id(),
                    time(starts.get(job.id())),
                    time(ends.get(job.id())),
                    time(job.dueDate()),
                    late(job) > 0 ? String.valueOf(late(job)) : "-");
        }
        return many
                ? (shown.isEmpty() ? "" : table.toString())
                        + "%d jobs, %d of them late%n".formatted(jobs.size(), schedule.tardyJobs())
                : table.toString();
    }

    private String machines() {
        var table = new Table("machine", "busy", "setup", "utilisation");
        var index = ProblemIndex.of(problem);
        for (var machine : problem.machines()) {
            long busy = 0;
            long setup = 0;
            for (var each : schedule.onMachine(machine.id())) {
                busy += busy(each, index);
                setup += each.end() > problem.now() ? each.setupTime() : 0;
            }
            table.row(
                    machine.id(),
                    String.valueOf(busy),
                    String.valueOf(setup),
                    machine.unlimited() || schedule.makespan() == 0
                            ? "-"
                            : String.format(Locale.ROOT, "%.0f %%", 100.0 * (busy + setup) / schedule.makespan()));
        }
        return table.toString();
    }

    /** Seconds of work from now on; a break that interrupts it is no work. */
    private long busy(Assignment each, ProblemIndex index) {
        var step = index.step(each.operationId());
        if (step != null && step.operation().waiting()) {
            return step.operation().modes().stream()
                    .filter(mode -> mode.machineId().equals(each.machineId()))
                    .mapToLong(Mode::duration)
                    .sum();
        }
        return Math.max(0, each.end() - Math.max(problem.now(), each.start()));
    }

    private long late(Job job) {
        var due = job.dueDate();
        var end = ends.get(job.id());
        return due == null || end == null ? 0 : end - due;
    }

    private String time(@Nullable Long second) {
        return second == null ? "-" : file.epoch().words(second);
    }
}
