package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.problem.Job;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What counts from the ends of jobs. */
final class JobMeasures {
    private final Variables vars;
    private final CpModel model;
    /** When what has begun of a job ends, counted from now. */
    private final Map<String, Long> begunEnds = new HashMap<>();

    final Map<String, IntVar> tardiness = new HashMap<>();
    final Map<String, IntVar> ends = new HashMap<>();

    @Nullable
    IntVar makespan;

    JobMeasures(Variables vars) {
        this.vars = vars;
        model = vars.model;
        vars.request.floor().forEach(begun -> begunEnds.merge(begun.jobId(), begun.end() - vars.now, Math::max));
    }

    LinearExpr makespan() {
        var last = model.newIntVar(0, vars.horizon, "makespan");
        makespan = last;
        vars.jobs.keySet().forEach(job -> vars.lastOf(job).forEach(each -> model.addGreaterOrEqual(last, each.end())));
        begunEnds.values().forEach(end -> model.addGreaterOrEqual(last, end));
        return LinearExpr.term(last, 1);
    }

    LinearExpr tardiness() {
        var sum = LinearExpr.newBuilder();
        for (var job : vars.request.problem().jobs()) {
            if (job.dueDate() != null && job.weight() > 0) {
                long due = job.dueDate() - vars.now;
                long most = Math.max(0, vars.horizon - due);
                var late = model.newIntVar(Math.min(most, Math.max(0, begunEnd(job) - due)), most, "late " + job.id());
                for (var last : vars.lastOf(job.id())) {
                    model.addGreaterOrEqual(
                            late, LinearExpr.newBuilder().add(last.end()).add(-due));
                }
                tardiness.put(job.id(), late);
                sum.addTerm(late, job.weight());
            }
        }
        return sum.build();
    }

    LinearExpr lateJobs() {
        var sum = LinearExpr.newBuilder();
        for (var job : vars.request.problem().jobs()) {
            if (job.dueDate() != null) {
                long due = job.dueDate() - vars.now;
                var late = model.newBoolVar(job.id() + " is late");
                if (begunEnd(job) > due) {
                    model.addEquality(late, 1);
                }
                for (var last : vars.lastOf(job.id())) {
                    model.addLessOrEqual(last.end(), due).onlyEnforceIf(late.not());
                }
                sum.add(late);
            }
        }
        return sum.build();
    }

    LinearExpr flowTime() {
        var sum = LinearExpr.newBuilder();
        for (var job : vars.request.problem().jobs()) {
            long release = Math.max(0, job.releaseDate() - vars.now);
            var last = vars.lastOf(job.id());
            if (last.isEmpty()) {
                sum.add(Math.max(0, begunEnd(job) - release));
                continue;
            }
            var end = model.newIntVar(Math.max(0, begunEnd(job)), vars.horizon, "end " + job.id());
            last.forEach(each -> model.addGreaterOrEqual(end, each.end()));
            ends.put(job.id(), end);
            sum.add(end).add(-release);
        }
        return sum.build();
    }

    private long begunEnd(Job job) {
        return begunEnds.getOrDefault(job.id(), Long.MIN_VALUE / 4);
    }
}
