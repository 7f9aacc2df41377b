package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.StartCost;
import dev.millwright.scheduling.problem.Tariff;
import dev.millwright.scheduling.problem.TransportTimes;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a whole problem: everything that has no reader of its own. */
final class ProblemReader {
    private final Section root;
    private final Times times;

    private ProblemReader(Section root, Times times) {
        this.root = root;
        this.times = times;
    }

    static ProblemFile read(String name, Json value) {
        var root = Section.of(value, "a problem");
        root.maybe("$schema");
        var now = root.maybe("now");
        return new ProblemReader(root, now == null ? new Times(Epoch.UNKNOWN, 0) : Times.of(now)).file(name);
    }

    private ProblemFile file(String name) {
        var title = root.take("name", name, Values::text);
        var floor = new FloorReader(times, root);
        var machines = floor.machines();
        var resources = root.list("resources", floor::resource);
        var jobReader = new JobReader(times, root.place(), ids(machines.stream().map(Machine::id)), resources);
        root.need("jobs", "a list of jobs");
        var jobs = root.list("jobs", jobReader::job);
        var known = machines.isEmpty() ? named(jobs) : machines;
        var names = ids(known.stream().map(Machine::id));
        var setups = root.take("setups", SetupTimes.none(), each -> setups(each, names));
        var maintenance = root.list("maintenance", each -> maintenance(each, names));
        var precedences = root.list("precedences", jobReader::precedence);
        var transport = root.take("transport", TransportTimes.none(), each -> new TransportTimes(matrix(each, names)));
        var tariff = root.take(
                "energyPrices", Tariff.free(), each -> new Tariff(Values.items(each, "a list of prices", this::rate)));
        var objective = root.take("objective", Objective.ofMakespan(), ObjectiveReader::read);
        var adopted = root.maybe("adopted");
        var problem = root.build(() -> {
            try {
                return new Problem(
                        times.now(), known, jobs, setups, maintenance, resources, precedences, transport, tariff);
            } catch (IllegalArgumentException refused) {
                throw jobReader.place(refused).trouble(refused);
            }
        });
        var request = new PlanRequest(problem, objective, null);
        return new ProblemFile(
                title,
                adopted == null
                        ? request
                        : new PlanRequest(problem, objective, ScheduleReader.read(adopted, request, times.epoch())),
                times.epoch());
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where no machines are listed: those that operations name, always there. */
    private static List<Machine> named(List<Job> jobs) {
        return jobs.stream()
                .flatMap(job -> job.operations().stream())
                .flatMap(operation -> operation.modes().stream())
                .map(Mode::machineId)
                .distinct()
                .map(Machine::of)
                .toList();
    }

    private SetupTimes setups(Json value, Set<String> machines) {
        var section = Section.of(value, "setup times");
        var byMachine = new LinkedHashMap<String, Map<String, Map<String, Long>>>();
        var own = section.maybe("byMachine");
        if (own != null) {
            Section.of(own, "setup times by machine").all().forEach((machine, matrix) -> {
                known(machine, matrix, machines);
                byMachine.put(machine, matrix(matrix, Set.of()));
            });
        }
        Map<String, Map<String, Long>> everywhere =
                section.take("everywhere", Map.of(), each -> matrix(each, Set.of()));
        return section.build(() -> new SetupTimes(everywhere, byMachine));
    }

    /**
     * From, to, seconds.
     *
     * @param names what rows and columns may be called; empty: anything
     */
    private Map<String, Map<String, Long>> matrix(Json value, Set<String> names) {
        var rows = new HashMap<String, Map<String, Long>>();
        Section.of(value, "a table from, to, seconds").all().forEach((from, row) -> {
            known(from, row, names);
            var cells = new HashMap<String, Long>();
            Section.of(row, "a row to, seconds").all().forEach((to, cell) -> {
                known(to, cell, names);
                cells.put(to, Values.notNegative(cell, times.duration(cell)));
            });
            rows.put(from, cells);
        });
        return rows;
    }

    private static void known(String name, Json at, Set<String> names) {
        if (!names.isEmpty() && !names.contains(name)) {
            throw at.place().trouble("found the unknown machine '" + name + "'", Values.nearest(name, names));
        }
    }

    private MaintenanceTask maintenance(Json value, Set<String> machines) {
        var section = Section.of(value, "a maintenance task");
        var id = Values.text(section.need("id", "a name of its own"));
        var machine = Values.known(section.need("machine", "the machine's id"), "a machine", machines);
        long duration = times.duration(section.need("duration", "how long it takes"));
        long earliest = section.take("earliest", times.now(), times::time);
        long latest = times.time(section.need("latest", "the time by which it has ended"));
        long weight = section.take("weight", 1L, Values::whole);
        var points = section.list("startCost", this::startCost);
        return section.build(() -> new MaintenanceTask(id, machine, duration, earliest, latest, weight)
                .costing(points.isEmpty() ? null : new StartCost(points)));
    }

    private StartCost.Point startCost(Json value) {
        var section = Section.of(value, "a cost of beginning");
        long start = times.time(section.need("start", "when it begins"));
        long cost = Values.whole(section.need("cost", "what it costs to begin then"));
        return section.build(() -> new StartCost.Point(start, cost));
    }

    private Tariff.Rate rate(Json value) {
        var section = Section.of(value, "a price");
        long from = times.time(section.need("from", "when it begins to hold"));
        long price = Values.whole(section.need("price", "what one unit of power costs for a second"));
        return section.build(() -> new Tariff.Rate(from, price));
    }
}
