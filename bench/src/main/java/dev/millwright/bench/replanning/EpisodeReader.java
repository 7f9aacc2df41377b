package dev.millwright.bench.replanning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.bench.replanning.Episode.Happening;
import dev.millwright.plant.event.EventJson;
import dev.millwright.scheduling.instances.InstanceReader;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frozen episodes of {@code dynamic/dfjsp-episodes}: events beside a base problem ({@code .fjs}) and a schedule
 * that numbers all operations from 0 through the whole problem.
 */
final class EpisodeReader {

    private static final JsonMapper MAPPER = EventJson.mapper();

    private final Path data;

    /** @param data the folder of scheduling instances */
    EpisodeReader(Path data) {
        this.data = data;
    }

    /** An episode's file, in the folder of its family. */
    record Source(Path family, Path file) {
        String familyName() {
            return String.valueOf(family.getFileName());
        }
    }

    /** All episodes, family by family. */
    List<Source> sources() throws IOException {
        var folder = data.resolve("dynamic/dfjsp-episodes");
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "There are no episodes in %s.\nName the folder that holds dynamic/dfjsp-episodes with --instances."
                            .formatted(folder));
        }
        var sources = new ArrayList<Source>();
        for (var family : inside(folder)) {
            for (var file : inside(family.resolve("episodes"))) {
                sources.add(new Source(family, file));
            }
        }
        return sources;
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    Episode read(Source source) throws IOException {
        var family = source.family();
        var episode = MAPPER.readTree(source.file().toFile());
        var base = InstanceReader.flexibleJobShop("base", Files.readString(base(episode, family)));
        var happenings = new ArrayList<Happening>();
        for (var event : episode.path("events")) {
            happenings.add(happening(event, base.machines()));
        }
        return new Episode(
                episode.path("episode_id").asText(),
                source.familyName(),
                base.machines(),
                base.jobs(),
                incumbent(
                        family.resolve("incumbents").resolve(name(episode.path("incumbent_ref"))),
                        base.jobs(),
                        base.machines()),
                happenings);
    }

    /** The synthetic problems lie beside their episodes, Brandimarte's where all his are. */
    private Path base(JsonNode episode, Path family) {
        var instance = episode.path("instance_id").asText();
        return instance.startsWith("mk")
                ? data.resolve("fjsp/brandimarte/mk%02d.fjs".formatted(Integer.parseInt(instance.substring(2))))
                : family.resolve("base").resolve(instance + ".fjs");
    }

    private static String name(JsonNode path) {
        var text = path.asText().replace('\\', '/');
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static Schedule incumbent(Path file, List<Job> jobs, List<Machine> machines) throws IOException {
        var places = MAPPER.readTree(file.toFile()).path("schedule");
        var assignments = new ArrayList<Assignment>();
        int number = 0;
        for (var job : jobs) {
            for (var operation : job.operations()) {
                var place = places.path(String.valueOf(number++));
                assignments.add(new Assignment(
                        job.id(),
                        operation.id(),
                        machines.get(place.path("machine").asInt()).id(),
                        0,
                        place.path("start").asLong(),
                        place.path("end").asLong()));
            }
        }
        return new Schedule("incumbent", assignments, List.of(), Score.NONE);
    }

    private static Happening happening(JsonNode event, List<Machine> machines) {
        long time = up(event.path("time"));
        var payload = event.path("payload");
        return switch (event.path("type").asText()) {
            case "job_arrival" -> new Happening.Arrival(time, job(payload.path("new_job"), time, machines));
            case "machine_breakdown" ->
                new Happening.Breakdown(
                        time,
                        machines.get(payload.path("machine_id").asInt()).id(),
                        Math.max(time + 1, up(payload.path("down_end"))));
            default ->
                throw new IllegalArgumentException(
                        "There is no event of type '%s'.\nKnown are job_arrival and machine_breakdown."
                                .formatted(event.path("type").asText()));
        };
    }

    /** Its due date is left out: in these files it may lie before the arrival. */
    private static Job job(JsonNode job, long time, List<Machine> machines) {
        var id = "new-" + job.path("job_id").asText();
        var operations = new ArrayList<Operation>();
        for (var operation : job.path("operations")) {
            var modes = new ArrayList<Mode>();
            for (var option : operation.path("options")) {
                modes.add(new Mode(
                        machines.get(option.path("machine_id").asInt()).id(), up(option.path("processing_time"))));
            }
            operations.add(Operation.of(id + "-" + operation.path("op_index").asText(), modes.toArray(Mode[]::new)));
        }
        return Job.of(id, operations.toArray(Operation[]::new)).released(time);
    }

    private static long up(JsonNode number) {
        return (long) Math.ceil(number.asDouble());
    }
}
