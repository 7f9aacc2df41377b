package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Schedule;

/**
 * What a Gantt chart shows.
 *
 * @param title what stands above the figures, such as the problem's name
 */
public record Chart(String title, Problem problem, Schedule schedule, Epoch epoch) {
    /** What the schedule is worth, in a line. */
    String figures() {
        var score = schedule.score();
        var words = new StringBuilder("makespan " + length(score.makespan()));
        if (problem.jobs().stream().anyMatch(job -> job.dueDate() != null)) {
            words.append(", ")
                    .append(score.tardyJobs())
                    .append(" of ")
                    .append(problem.jobs().size())
                    .append(" jobs late");
        }
        if (score.weightedTardiness() > 0) {
            words.append(", tardiness ").append(score.weightedTardiness());
        }
        if (score.setupTime() > 0) {
            words.append(", setups ").append(length(score.setupTime()));
        }
        return words + ", by " + schedule.origin();
    }

    private String length(long seconds) {
        return epoch.known() ? TimeScale.duration(seconds) : String.valueOf(seconds);
    }
}
