package dev.millwright.bench.replanning;

import dev.millwright.bench.replanning.Episode.Happening;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.util.List;

/** A small story: two jobs on two machines that can stand in for one another; then a machine fails, and a job arrives. */
final class Episodes {

    private Episodes() {}

    static Episode small() {
        var jobs = List.of(Job.of("A", either("A1"), either("A2")), Job.of("B", either("B1")));
        var incumbent = List.of(
                new Assignment("A", "A1", "M1", 0, 0, 10),
                new Assignment("A", "A2", "M1", 0, 10, 20),
                new Assignment("B", "B1", "M1", 0, 20, 30));
        return new Episode(
                "small",
                "made-up",
                List.of(Machine.of("M1"), Machine.of("M2")),
                jobs,
                new Schedule("incumbent", incumbent, List.of(), Score.NONE),
                List.of(
                        new Happening.Breakdown(5, "M1", 105),
                        new Happening.Arrival(8, Job.of("C", either("C1")).released(8)),
                        new Happening.Breakdown(5_000, "M2", 6_000)));
    }

    private static Operation either(String id) {
        return Operation.of(id, new Mode("M1", 10), new Mode("M2", 10));
    }
}
