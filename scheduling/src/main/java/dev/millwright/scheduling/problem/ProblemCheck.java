package dev.millwright.scheduling.problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses unknown and doubled ids, and a floor that cannot be as it is said to be. */
final class ProblemCheck {
    private final Set<String> machines = new HashSet<>();
    private final Set<String> unlimited = new HashSet<>();

    /** Machines have ids of their own, by which the rest is checked. */
    ProblemCheck(List<Machine> machines) {
        for (var machine : machines) {
            Check.that(
                    this.machines.add(machine.id()),
                    "Machine " + machine.id() + " appears twice",
                    "Give machines unique ids.");
            if (machine.unlimited()) {
                unlimited.add(machine.id());
            }
        }
    }

    void matrices(SetupTimes setups, TransportTimes transport) {
        setups.byMachine().keySet().forEach(machine -> known(machine, "The setup matrix"));
        transport.between().forEach((from, row) -> {
            known(from, "The transport matrix");
            row.keySet().forEach(to -> known(to, "The transport matrix"));
        });
    }

    void jobs(long now, List<Job> jobs) {
        var jobIds = new HashSet<String>();
        var operationIds = new HashSet<String>();
        var busy = new HashSet<String>();
        for (var job : jobs) {
            Check.that(jobIds.add(job.id()), "Job " + job.id() + " appears twice", "Give jobs unique ids.");
            for (var operation : job.operations()) {
                Check.that(
                        operationIds.add(operation.id()),
                        "Operation " + operation.id() + " appears twice",
                        "Give operations ids unique in the problem, such as J17-3.");
                operation.modes().forEach(mode -> known(mode.machineId(), "Operation " + operation.id()));
                progress(operation, busy, now);
            }
        }
    }

    private void progress(Operation operation, Set<String> busy, long now) {
        switch (operation.progress()) {
            case Progress.Waiting() -> {}
            case Progress.Running(var machine, var start, var _) -> {
                known(machine, "Running operation " + operation.id());
                Check.that(
                        start <= now,
                        "Operation " + operation.id() + " runs since " + start + ", which is after now " + now,
                        "Move now forward, or report it as waiting.");
                Check.that(
                        unlimited.contains(machine) || busy.add(machine),
                        "Machine " + machine + " runs " + operation.id() + " and another operation",
                        "Report all but one as waiting or done.");
            }
            case Progress.Done(var machine, var _, var end) -> {
                known(machine, "Done operation " + operation.id());
                Check.that(
                        end <= now,
                        "Operation " + operation.id() + " was done at " + end + ", which is after now " + now,
                        "Move now forward, or report it as running.");
            }
        }
    }

    /** Only one part can wait on a machine for its next operation, and nothing runs there then. */
    void blocked(List<Job> jobs, List<Precedence> acrossJobs) {
        var operations = new HashMap<String, Operation>();
        var holders = new HashMap<String, String>();
        jobs.forEach(job -> job.operations().forEach(operation -> operations.put(operation.id(), operation)));
        operations.values().forEach(operation -> {
            if (operation.progress() instanceof Progress.Running run) {
                holders.put(run.machineId(), operation.id());
            }
        });
        Stream.concat(jobs.stream().flatMap(job -> job.precedences().stream()), acrossJobs.stream())
                .filter(precedence -> precedence.link() == Link.BLOCKING)
                .forEach(precedence -> {
                    var before = operations.get(precedence.before());
                    var after = operations.get(precedence.after());
                    if (before != null && after != null && after.waiting()) {
                        blocked(before, holders);
                    }
                });
    }

    private void blocked(Operation before, Map<String, String> holders) {
        if (before.progress() instanceof Progress.Done done && !unlimited.contains(done.machineId())) {
            var other = holders.put(done.machineId(), before.id());
            Check.that(
                    other == null || other.equals(before.id()),
                    "Machine " + done.machineId() + " is blocked by " + before.id() + " and holds " + other
                            + " as well",
                    "Report the next operation of one of them as begun, or make its link plain.");
        }
    }

    void maintenance(List<MaintenanceTask> tasks) {
        var ids = new HashSet<String>();
        for (var task : tasks) {
            known(task.machineId(), "Maintenance " + task.id());
            Check.that(
                    !unlimited.contains(task.machineId()),
                    "Maintenance " + task.id() + " is on the subcontractor " + task.machineId(),
                    "Close the subcontractor with breaks instead.");
            Check.that(
                    ids.add(task.id()), "Maintenance " + task.id() + " appears twice", "Give maintenance unique ids.");
        }
    }

    private void known(String machine, String who) {
        Check.that(
                machines.contains(machine),
                who + " names the unknown machine '" + machine + "'",
                "Add the machine to the problem, or use one of " + machines + ".");
    }
}
