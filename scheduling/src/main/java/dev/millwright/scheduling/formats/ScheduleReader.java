package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;

/** Reads a schedule; what it is worth is worked out anew, for a file's word about itself proves nothing. */
final class ScheduleReader {
    private final Times times;

    private ScheduleReader(Times times) {
        this.times = times;
    }

    static Schedule read(Json value, PlanRequest request, Epoch epoch) {
        var reader = new ScheduleReader(new Times(epoch, request.problem().now()));
        var section = Section.of(value, "a schedule");
        section.maybe("$schema");
        section.maybe("figures");
        var origin = section.take("origin", "file", Values::text);
        section.need("operations", "a list of operations in their places");
        var assignments = section.list("operations", reader::assignment);
        var maintenance = section.list("maintenance", reader::maintenance);
        return section.build(
                () -> new Schedule(origin, assignments, maintenance, request.score(assignments, maintenance)));
    }

    private Assignment assignment(Json value) {
        var section = Section.of(value, "an operation in its place");
        var job = Values.text(section.need("job", "the job's id"));
        var operation = Values.text(section.need("operation", "the operation's id"));
        var machine = Values.text(section.need("machine", "the machine's id"));
        long setup = section.take("setup", 0L, times::duration);
        long start = times.time(section.need("start", "when it starts"));
        long end = times.time(section.need("end", "when it ends"));
        return section.build(() -> new Assignment(job, operation, machine, setup, start, end));
    }

    private MaintenancePlacement maintenance(Json value) {
        var section = Section.of(value, "maintenance in its place");
        var task = Values.text(section.need("task", "the task's id"));
        var machine = Values.text(section.need("machine", "the machine's id"));
        long start = times.time(section.need("start", "when it starts"));
        long end = times.time(section.need("end", "when it ends"));
        return section.build(() -> new MaintenancePlacement(task, machine, start, end));
    }
}
