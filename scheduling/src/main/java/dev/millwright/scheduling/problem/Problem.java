package dev.millwright.scheduling.problem;

import java.util.List;

/**
 * What is to be planned, as of {@code now}; checks itself when built.
 *
 * @param now seconds since the caller's origin: nothing that waits starts sooner
 * @param maintenance wishes to be placed between the operations
 * @param resources what operations hold beside their machine
 * @param precedences between operations of any jobs, beside those the jobs have themselves
 */
public record Problem(
        long now,
        List<Machine> machines,
        List<Job> jobs,
        SetupTimes setups,
        List<MaintenanceTask> maintenance,
        List<Resource> resources,
        List<Precedence> precedences,
        TransportTimes transport,
        Tariff tariff) {
    public Problem {
        machines = List.copyOf(machines);
        jobs = List.copyOf(jobs);
        maintenance = List.copyOf(maintenance);
        resources = List.copyOf(resources);
        precedences = List.copyOf(precedences);
        var check = new ProblemCheck(machines);
        check.jobs(now, jobs);
        check.maintenance(maintenance);
        check.matrices(setups, transport);
        PrecedenceCheck.check(jobs, precedences);
        check.blocked(jobs, precedences);
        CalendarCheck.check(now, machines, jobs, resources);
    }

    /** A problem of jobs that share nothing but machines that stand close together. */
    public Problem(
            long now, List<Machine> machines, List<Job> jobs, SetupTimes setups, List<MaintenanceTask> maintenance) {
        this(now, machines, jobs, setups, maintenance, List.of(), List.of(), TransportTimes.none(), Tariff.free());
    }

    /** Machines and jobs at time 0, without setups or maintenance. */
    public static Problem of(List<Machine> machines, List<Job> jobs) {
        return new Problem(0, machines, jobs, SetupTimes.none(), List.of());
    }

    /** This problem as of another time. */
    public Problem at(long time) {
        return new Problem(time, machines, jobs, setups, maintenance, resources, precedences, transport, tariff);
    }

    /** This problem with other machines. */
    public Problem machines(List<Machine> instead) {
        return new Problem(now, instead, jobs, setups, maintenance, resources, precedences, transport, tariff);
    }

    /** This problem with other jobs. */
    public Problem jobs(List<Job> instead) {
        return new Problem(now, machines, instead, setups, maintenance, resources, precedences, transport, tariff);
    }

    /** This problem with setup times. */
    public Problem setups(SetupTimes times) {
        return new Problem(now, machines, jobs, times, maintenance, resources, precedences, transport, tariff);
    }

    /** This problem with maintenance wishes. */
    public Problem maintenance(MaintenanceTask... tasks) {
        return new Problem(now, machines, jobs, setups, List.of(tasks), resources, precedences, transport, tariff);
    }

    /** This problem with resources. */
    public Problem resources(Resource... shared) {
        return new Problem(now, machines, jobs, setups, maintenance, List.of(shared), precedences, transport, tariff);
    }

    /** This problem with precedences across jobs. */
    public Problem precedences(Precedence... across) {
        return new Problem(now, machines, jobs, setups, maintenance, resources, List.of(across), transport, tariff);
    }

    /** This problem with ways between machines. */
    public Problem transport(TransportTimes times) {
        return new Problem(now, machines, jobs, setups, maintenance, resources, precedences, times, tariff);
    }

    /** This problem with prices of energy. */
    public Problem tariff(Tariff prices) {
        return new Problem(now, machines, jobs, setups, maintenance, resources, precedences, transport, prices);
    }

    /** How many operations wait for a decision. */
    public int openOperations() {
        return jobs.stream().mapToInt(job -> job.openOperations().size()).sum();
    }
}
