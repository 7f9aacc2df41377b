package dev.millwright.scheduling.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our own JSON of schedules; times are instants where the problem's epoch is known, seconds else. */
public final class ScheduleJson {
    private ScheduleJson() {}

    /** The schedule in a file, scored by the request it answers. */
    public static Schedule read(Path file, PlanRequest request, Epoch epoch) throws IOException {
        return read(String.valueOf(file.getFileName()), Files.readString(file), request, epoch);
    }

    /**
     * The schedule in a text, scored by the request it answers.
     *
     * @param name what to call it in messages
     */
    public static Schedule read(String name, String text, PlanRequest request, Epoch epoch) {
        return ScheduleReader.read(JsonText.parse(name, text), request, epoch);
    }

    public static String write(Schedule schedule, Epoch epoch) {
        return JsonLayout.of(tree(schedule, epoch));
    }

    /** The schedule as a tree, to stand in a larger one. */
    public static ObjectNode tree(Schedule schedule, Epoch epoch) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("origin", schedule.origin());
        var figures = tree.putObject("figures");
        for (var measure : Measure.values()) {
            figures.put(ObjectiveText.name(measure), measure.of(schedule.score()));
        }
        var operations = tree.putArray("operations");
        for (var assignment : schedule.assignments()) {
            var place = operations.addObject();
            place.put("job", assignment.jobId());
            place.put("operation", assignment.operationId());
            place.put("machine", assignment.machineId());
            if (assignment.setupTime() != 0) {
                place.put("setup", assignment.setupTime());
            }
            ProblemWriter.time(place, "start", assignment.start(), epoch);
            ProblemWriter.time(place, "end", assignment.end(), epoch);
        }
        var maintenance = tree.putArray("maintenance");
        for (var placement : schedule.maintenance()) {
            var place = maintenance.addObject();
            place.put("task", placement.taskId());
            place.put("machine", placement.machineId());
            ProblemWriter.time(place, "start", placement.start(), epoch);
            ProblemWriter.time(place, "end", placement.end(), epoch);
        }
        return tree;
    }
}
