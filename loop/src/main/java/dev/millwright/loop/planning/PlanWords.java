package dev.millwright.loop.planning;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.LateLot;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import dev.millwright.plant.PlannedMaintenance;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.Plant;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.replanning.Change;
import dev.millwright.scheduling.replanning.Lateness;
import dev.millwright.scheduling.replanning.ScheduleChanges;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule in the plant's words: instants instead of seconds, and why each operation moved. */
final class PlanWords {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final long WORTH_TELLING_SECONDS = 60;
    private static final String MAINTENANCE = "maintenance";

    private final Plant plant;
    private final Instant now;
    private final List<EquipmentId> longestFirst;

    /** @param now second zero of the schedules */
    PlanWords(Plant plant, Instant now) {
        this.plant = plant;
        this.now = now;
        this.longestFirst = plant.machines().stream()
                .map(machine -> machine.id())
                .sorted(Comparator.comparing((EquipmentId id) -> id.path().length())
                        .reversed())
                .toList();
    }

    /** @param problem what the schedule solves, which knows why lots are late */
    Plan plan(String id, Problem problem, Schedule schedule, double solveMillis) {
        var late = Lateness.of(problem, schedule).stream().map(this::late).toList();
        return plan(id, schedule, solveMillis, late);
    }

    /** A plan that is only to be moved onto another second zero. */
    Plan bare(Schedule schedule, double solveMillis) {
        return plan("found", schedule, solveMillis, List.of());
    }

    private Plan plan(String id, Schedule schedule, double solveMillis, List<LateLot> late) {
        return new Plan(
                id,
                now,
                schedule.origin(),
                schedule.assignments().stream().map(this::planned).toList(),
                schedule.maintenance().stream().map(this::planned).toList(),
                schedule.makespan(),
                schedule.weightedTardiness(),
                schedule.tardyJobs(),
                solveMillis,
                late);
    }

    private LateLot late(Lateness late) {
        String lot = late.jobId();
        return new LateLot(
                lot.substring(0, lot.lastIndexOf('.')),
                lot,
                at(late.dueDate()),
                at(late.end()),
                shorten(late.describe(this::timeOfDay)));
    }

    private PlannedOperation planned(Assignment assignment) {
        return new PlannedOperation(
                assignment.operationId(),
                assignment.jobId(),
                EquipmentId.of(assignment.machineId()),
                at(assignment.start()),
                at(assignment.end()),
                (int) assignment.setupTime());
    }

    private PlannedMaintenance planned(MaintenancePlacement placed) {
        return new PlannedMaintenance(
                placed.taskId(), EquipmentId.of(placed.machineId()), at(placed.start()), at(placed.end()));
    }

    /** What differs from the plan before and is worth a line, each with its reason. */
    List<PlanChange> changes(PlanRequest request, Schedule next, String trigger) {
        return ScheduleChanges.between(request.problem(), request.adopted(), next, trigger).changes().stream()
                .filter(PlanWords::worthTelling)
                .map(this::told)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static boolean worthTelling(Change change) {
        return !(change instanceof Change.StartMoved moved)
                || Math.abs(moved.now().start() - moved.before().start()) >= WORTH_TELLING_SECONDS;
    }

    private @Nullable PlanChange told(Change change) {
        String words = shorten(change.describe(this::timeOfDay));
        return switch (change) {
            case Change.Added added -> moved(null, added.now(), words);
            case Change.MachineChanged changed -> moved(changed.before(), changed.now(), words);
            case Change.StartMoved moved -> moved(moved.before(), moved.now(), words);
            case Change.MaintenanceAdded(var is, var _) -> placed(null, is, words);
            case Change.MaintenanceMoved(var was, var is, var _) -> placed(was, is, words);
            case Change.Dropped _, Change.MaintenanceDropped _ -> null;
        };
    }

    private PlanChange moved(@Nullable Assignment was, Assignment is, String words) {
        return new PlanChange(
                is.operationId(),
                is.jobId(),
                was == null ? null : EquipmentId.of(was.machineId()),
                EquipmentId.of(is.machineId()),
                was == null ? null : at(was.start()),
                at(is.start()),
                words);
    }

    private PlanChange placed(@Nullable MaintenancePlacement was, MaintenancePlacement is, String words) {
        var machine = EquipmentId.of(is.machineId());
        return new PlanChange(
                is.taskId(),
                MAINTENANCE,
                was == null ? null : machine,
                machine,
                was == null ? null : at(was.start()),
                at(is.start()),
                words);
    }

    /** One line for the whole plan. */
    static String summary(Plan plan, List<PlanChange> changes, String trigger, List<String> letGo) {
        long moved =
                changes.stream().filter(change -> change.fromMachine() != null).count();
        long fresh = changes.size() - moved;
        return trigger + ": " + (moved == 0 ? "nothing moved" : moved + " operations moved")
                + (fresh == 0 ? "" : ", " + fresh + " newly planned")
                + ", " + (plan.tardyOrders() == 0 ? "no lot late" : plan.tardyOrders() + " lots late")
                + (letGo.isEmpty() ? "" : "; " + String.join("; ", letGo));
    }

    /** Machines by their names: on one floor people know where line 2's oven stands. */
    private String shorten(String words) {
        String shortened = words;
        for (var machine : longestFirst) {
            shortened = shortened.replace(machine.path(), machine.name());
        }
        return shortened;
    }

    private String timeOfDay(long seconds) {
        return TIME_OF_DAY.format(at(seconds).atZone(plant.zone()));
    }

    private Instant at(long seconds) {
        return now.plusSeconds(seconds);
    }
}
