package dev.millwright.scheduling.cpsat;

import com.google.ortools.sat.LinearExpr;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import java.util.EnumMap;
import java.util.Map;

/** The weighted sums to minimise, each equal to its level of {@link dev.millwright.scheduling.schedule.Score}. */
final class ObjectiveTerms {
    private final Variables vars;
    private final Map<Measure, LinearExpr> measures = new EnumMap<>(Measure.class);
    final JobMeasures ofJobs;
    final FloorMeasures ofFloor;

    ObjectiveTerms(Variables vars) {
        this.vars = vars;
        ofJobs = new JobMeasures(vars);
        ofFloor = new FloorMeasures(vars);
    }

    /** The sum of one level; a measure's variables and constraints are added when it first counts. */
    LinearExpr level(Objective.Level level) {
        var sum = LinearExpr.newBuilder();
        for (var measure : Measure.values()) {
            long weight = level.weight(measure);
            if (weight > 0) {
                sum.addTerm(measures.computeIfAbsent(measure, this::measure), weight);
            }
        }
        return sum.build();
    }

    private LinearExpr measure(Measure measure) {
        return switch (measure) {
            case MAKESPAN -> ofJobs.makespan();
            case TARDINESS -> ofJobs.tardiness();
            case LATE_JOBS -> ofJobs.lateJobs();
            case FLOW_TIME -> ofJobs.flowTime();
            case SETUP_TIME -> ofFloor.setupTime();
            case LARGEST_LOAD -> ofFloor.largestLoad();
            case ENERGY_COST -> new EnergyTerms(vars).cost();
            case MAINTENANCE_DELAY -> ofFloor.maintenanceDelay();
            case MOVED_SECONDS -> ofFloor.movedSeconds();
            case CHANGED_MACHINES -> ofFloor.changedMachines();
            case COST -> ofFloor.cost();
        };
    }
}
