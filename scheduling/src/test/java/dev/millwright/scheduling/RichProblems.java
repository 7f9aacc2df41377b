package dev.millwright.scheduling;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Resource;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.ShiftPattern;
import dev.millwright.scheduling.problem.StartCost;
import dev.millwright.scheduling.problem.StartCost.Point;
import dev.millwright.scheduling.problem.Tariff;
import dev.millwright.scheduling.problem.TransportTimes;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Plants drawn from a seed that use everything a problem knows: links, calendars, resources, transport, subcontractors. */
public final class RichProblems {
    private static final List<String> FAMILIES = List.of("red", "green", "blue");
    private static final String SUBCONTRACTOR = "smith";

    private final Random random;
    private final int machineCount;
    private final Set<String> busy = new HashSet<>();
    private final long now;

    private RichProblems(long seed, int machineCount) {
        random = new Random(seed);
        this.machineCount = machineCount;
        now = random.nextInt(3) * 1_000L;
    }

    /** A problem of this many jobs and machines that always has a schedule. */
    public static Problem of(long seed, int jobCount, int machineCount) {
        return new RichProblems(seed, machineCount).problem(jobCount);
    }

    private Problem problem(int jobCount) {
        var machines = new ArrayList<Machine>();
        for (int m = 0; m < machineCount; m++) {
            machines.add(machine("M" + m));
        }
        machines.add(Machine.subcontractor(SUBCONTRACTOR).availableFrom(now + 5));
        var jobs = new ArrayList<Job>();
        for (int j = 0; j < jobCount; j++) {
            jobs.add(job("J" + j));
        }
        return Problem.of(machines, List.of())
                .at(now)
                .resources(
                        Resource.of("crew", 1 + random.nextInt(3)).away(new Window(now + 100, now + 130)),
                        Resource.of("gauge", 1))
                .jobs(jobs)
                .setups(random.nextBoolean() ? SetupTimes.everywhere(matrix(FAMILIES, 20)) : SetupTimes.none())
                .transport(
                        random.nextBoolean()
                                ? new TransportTimes(matrix(
                                        machines.stream().map(Machine::id).toList(), 10))
                                : TransportTimes.none())
                .tariff(new Tariff(List.of(new Tariff.Rate(0, 2), new Tariff.Rate(now + 150, 5))))
                .precedences(across(jobs))
                .maintenance(
                        chance(50)
                                ? new MaintenanceTask[] {
                                    new MaintenanceTask("W", "M0", 20, now, now + 3_000, 1).costing(priced())
                                }
                                : new MaintenanceTask[0]);
    }

    /** Dear now, free later, dearer again after that. */
    private StartCost priced() {
        return new StartCost(List.of(new Point(now, 90), new Point(now + 200, 0), new Point(now + 900, 35)));
    }

    private Machine machine(String id) {
        var shifts = new ShiftPattern(now + random.nextInt(50), 300, List.of(new Window(0, 140), new Window(150, 260)));
        var machine = Machine.of(id)
                .down(new Window(now + 60 + random.nextInt(60), now + 150))
                .drawing(random.nextInt(3));
        machine = chance(50) ? machine.setUpFor(FAMILIES.get(random.nextInt(3))) : machine;
        return chance(60) ? machine.breaks(shifts.breaks(now, now + 900)) : machine;
    }

    private Job job(String id) {
        int count = 1 + random.nextInt(4);
        int begun = chance(25) ? 1 + random.nextInt(2) : 0;
        // One family a job: a setup between two operations on one machine would leave no room for a no-wait link.
        var family = FAMILIES.get(random.nextInt(3));
        var operations = new ArrayList<Operation>();
        for (int o = 0; o < count; o++) {
            operations.add(operation(id + "-" + o, o < Math.min(begun, count), o == begun - 1)
                    .family(family));
        }
        Long due = chance(70) ? now + random.nextInt(500) : null;
        var job = new Job(id, random.nextInt(4), now - 50 + random.nextInt(150), due, null, operations);
        return begun == 0 && count == 4 && chance(40) ? assembly(job) : job.precedences(chain(operations));
    }

    /** The last joins the others, the first two of which are a chain. */
    private Job assembly(Job job) {
        var ids = job.operations().stream().map(Operation::id).toList();
        return job.precedences(
                link(ids.get(0), ids.get(1)), link(ids.get(1), ids.get(3)), Precedence.of(ids.get(2), ids.get(3)));
    }

    private Precedence[] chain(List<Operation> operations) {
        var chain = new Precedence[operations.size() - 1];
        for (int i = 0; i < chain.length; i++) {
            var before = operations.get(i);
            var link = link(before.id(), operations.get(i + 1).id());
            chain[i] =
                    possible(before, operations.get(i + 1), link) ? link : Precedence.of(link.before(), link.after());
        }
        return chain;
    }

    /** What runs may leave no machine free for a no-wait follower, and a machine is blocked by one part at a time. */
    private boolean possible(Operation before, Operation after, Precedence link) {
        if (before.waiting() || !after.waiting()) {
            return true;
        }
        return link.link() == Link.BLOCKING
                && (before.progress() instanceof Progress.Running
                        || busy.add(before.modes().getFirst().machineId()));
    }

    private Precedence link(String before, String after) {
        var link = chance(50) ? Link.PLAIN : chance(50) ? Link.NO_WAIT : Link.BLOCKING;
        return new Precedence(before, after, link, chance(30) ? random.nextInt(15) : 0);
    }

    private Operation operation(String id, boolean begun, boolean last) {
        var modes = new ArrayList<Mode>();
        int first = random.nextInt(machineCount);
        for (int k = 0; k < 1 + random.nextInt(Math.min(3, machineCount)); k++) {
            modes.add(needing(new Mode("M" + (first + k) % machineCount, 5 + random.nextInt(40))));
        }
        if (chance(20)) {
            modes.add(new Mode(SUBCONTRACTOR, 80).costing(random.nextInt(100)));
        }
        var machine = modes.getFirst().machineId();
        Progress progress = Progress.WAITING;
        if (begun && last && busy.add(machine)) {
            progress = new Progress.Running(machine, now - 10, random.nextInt(50));
        } else if (begun) {
            progress = new Progress.Done(machine, now - 200, now - 100);
        }
        var operation = Operation.of(id, modes.toArray(Mode[]::new)).progress(progress);
        return chance(40) ? operation.stretching() : operation;
    }

    private Mode needing(Mode mode) {
        var needy = chance(30) ? mode.needing("crew") : mode;
        return chance(10) ? needy.needing("gauge") : needy;
    }

    /** From the first operation of a waiting job to the last of a later one. */
    private Precedence[] across(List<Job> jobs) {
        var across = new ArrayList<Precedence>();
        for (int j = 1; j < jobs.size(); j++) {
            var before = jobs.get(j - 1).operations().getFirst();
            var after = jobs.get(j).operations().getLast();
            boolean fresh = jobs.get(j).operations().stream().allMatch(Operation::waiting);
            // Work that waits on a machine for another job may wait for a job that needs this very machine.
            if (chance(25) && fresh) {
                across.add(Precedence.of(before.id(), after.id()));
            }
        }
        return across.toArray(Precedence[]::new);
    }

    private Map<String, Map<String, Long>> matrix(List<String> names, int longest) {
        var matrix = new HashMap<String, Map<String, Long>>();
        for (var from : names) {
            var row = new HashMap<String, Long>();
            names.stream().filter(to -> !from.equals(to)).forEach(to -> row.put(to, (long) random.nextInt(longest)));
            matrix.put(from, row);
        }
        return matrix;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
