package dev.millwright.scheduling.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be planned, as of {@code now}; checks itself when built.
 *
 * @param now seconds since the caller's origin: nothing that waits starts sooner
 * @param maintenance wishes to be placed between the operations
 */
public record Problem(
        long now, List<Machine> machines, List<Job> jobs, SetupTimes setups, List<MaintenanceTask> maintenance) {
    public Problem {
        machines = List.copyOf(machines);
        jobs = List.copyOf(jobs);
        maintenance = List.copyOf(maintenance);
        var known = machineIds(machines);
        checkJobs(jobs, known, now);
        checkMaintenance(maintenance, known);
        for (var machine : setups.byMachine().keySet()) {
            known(known, machine, "The setup matrix");
        }
    }

    /** Machines and jobs at time 0, without setups or maintenance. */
    public static Problem of(List<Machine> machines, List<Job> jobs) {
        return new Problem(0, machines, jobs, SetupTimes.none(), List.of());
    }

    /** This problem with setup times. */
    public Problem setups(SetupTimes times) {
        return new Problem(now, machines, jobs, times, maintenance);
    }

    /** This problem with maintenance wishes. */
    public Problem maintenance(MaintenanceTask... tasks) {
        return new Problem(now, machines, jobs, setups, List.of(tasks));
    }

    /** How many operations wait for a decision. */
    public int openOperations() {
        return jobs.stream().mapToInt(job -> job.openOperations().size()).sum();
    }

    private static Set<String> machineIds(List<Machine> machines) {
        var known = new HashSet<String>();
        for (var machine : machines) {
            Check.that(
                    known.add(machine.id()), "Machine " + machine.id() + " appears twice", "Give machines unique ids.");
        }
        return known;
    }

    private static void checkJobs(List<Job> jobs, Set<String> known, long now) {
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
                operation.modes().forEach(mode -> known(known, mode.machineId(), "Operation " + operation.id()));
                checkProgress(operation, known, busy, now);
            }
        }
    }

    private static void checkProgress(Operation operation, Set<String> known, Set<String> busy, long now) {
        switch (operation.progress()) {
            case Progress.Waiting() -> {}
            case Progress.Running(var machine, var start, var _) -> {
                known(known, machine, "Running operation " + operation.id());
                Check.that(
                        start <= now,
                        "Operation " + operation.id() + " runs since " + start + ", which is after now " + now,
                        "Move now forward, or report it as waiting.");
                Check.that(
                        busy.add(machine),
                        "Machine " + machine + " runs " + operation.id() + " and another operation",
                        "Report all but one as waiting or done.");
            }
            case Progress.Done(var machine, var _, var end) -> {
                known(known, machine, "Done operation " + operation.id());
                Check.that(
                        end <= now,
                        "Operation " + operation.id() + " was done at " + end + ", which is after now " + now,
                        "Move now forward, or report it as running.");
            }
        }
    }

    private static void checkMaintenance(List<MaintenanceTask> maintenance, Set<String> known) {
        var ids = new HashSet<String>();
        for (var task : maintenance) {
            known(known, task.machineId(), "Maintenance " + task.id());
            Check.that(
                    ids.add(task.id()), "Maintenance " + task.id() + " appears twice", "Give maintenance unique ids.");
        }
    }

    private static void known(Set<String> known, String machine, String who) {
        Check.that(
                known.contains(machine),
                who + " names the unknown machine '" + machine + "'",
                "Add the machine to the problem, or use one of " + known + ".");
    }
}
