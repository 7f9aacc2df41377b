package dev.millwright.loop.planning;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plan;
import dev.millwright.plant.Plant;
import dev.millwright.plant.RiskLevel;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.problem.WorkingTime;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.OrderState;
import dev.millwright.twin.TwinState;
import dev.millwright.twin.WishState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The floor as it stands, as a question to the scheduler. Seconds count from {@code now}: what runs began before zero.
 * What is done is left out, and so is what waits in a lot on quality hold; what runs or is already dispatched stays where
 * it is.
 *
 * <p>Where the plant closes, work may stretch over the pause: its crew lets go of a machine and takes it up again. Else
 * nothing longer than a shift could ever be planned. Setups and maintenance lie within working time.
 */
final class FloorProblem {

    private final TwinState twin;
    private final Plant plant;
    private final Instant now;
    private final FloorPins pins;
    private final DownTime downTime;
    private final List<Window> pauses;
    private final WorkingTime open;

    private FloorProblem(TwinState twin, Instant now, FloorPins pins) {
        this.twin = twin;
        this.plant = twin.plant();
        this.now = now;
        this.pins = pins;
        downTime = new DownTime(twin, now);
        pauses = Pauses.of(twin, now);
        open = new WorkingTime(pauses);
    }

    static Problem of(TwinState twin, Instant now, FloorPins pins) {
        return new FloorProblem(twin, now, pins).problem();
    }

    /** The question, with the plan in force as what the next one should stay close to. */
    static PlanRequest request(TwinState twin, Instant now) {
        return request(twin, now, new FloorPins(twin, now, Set.of()));
    }

    static PlanRequest request(TwinState twin, Instant now, FloorPins pins) {
        var problem = of(twin, now, pins);
        var adopted = twin.plan();
        return new PlanRequest(problem, Objective.balanced(), adopted == null ? null : schedule(adopted.plan(), now));
    }

    /** A plan on the scheduler's axis. */
    static Schedule schedule(Plan plan, Instant now) {
        var operations = plan.operations().stream()
                .map(planned -> new Assignment(
                        planned.lot(),
                        planned.operation(),
                        planned.machine().path(),
                        planned.setupSeconds(),
                        seconds(now, planned.start()),
                        seconds(now, planned.end())))
                .toList();
        var maintenance = plan.maintenance().stream()
                .map(planned -> new MaintenancePlacement(
                        planned.wish(),
                        planned.machine().path(),
                        seconds(now, planned.start()),
                        seconds(now, planned.end())))
                .toList();
        return new Schedule(plan.origin(), operations, maintenance, Score.NONE);
    }

    static long seconds(Instant now, Instant time) {
        return Duration.between(now, time).toSeconds();
    }

    /** Rounded up, for what must not begin early. */
    static long secondsUp(Instant now, Instant time) {
        return Duration.between(now, time).plusNanos(999_999_999).toSeconds();
    }

    private Problem problem() {
        var jobs = new ArrayList<Job>();
        var busyUntil = new HashMap<String, Long>();
        for (var lot : twin.lots().values()) {
            var order = twin.orders().get(lot.lot().order());
            var steps = lot.operations().stream().filter(FloorProblem::open).toList();
            var operations = order == null
                    ? List.<Operation>of()
                    : steps.stream()
                            .map(step -> operation(step, busyUntil))
                            .filter(operation -> lot.hold() == null || !operation.waiting())
                            .toList();
            if (order != null && !operations.isEmpty()) {
                jobs.add(job(lot, order, operations));
            }
        }
        var machines = plant.machines().stream().map(this::machine).toList();
        return new Problem(0, machines, jobs, FloorSetups.of(plant), maintenance(busyUntil));
    }

    static boolean open(OperationState step) {
        return !step.status().isFinal();
    }

    private Job job(LotState lot, OrderState order, List<Operation> operations) {
        var release = order.order().releaseDate();
        var due = order.order().dueDate();
        return new Job(
                lot.lot().id(),
                order.order().priority(),
                release == null ? 0 : Math.max(0, secondsUp(now, release)),
                due == null ? null : seconds(now, due),
                null,
                operations);
    }

    private Operation operation(OperationState step, Map<String, Long> busyUntil) {
        var operation = step.operation();
        var modes = plant.machinesThatCan(operation.capability()).stream()
                .map(machine -> new Mode(machine.id().path(), remaining(step, machine)))
                .toList();
        var progress = progress(step, busyUntil);
        return new Operation(
                operation.id(), operation.family(), modes, progress, pins.of(step, progress), !pauses.isEmpty());
    }

    private Progress progress(OperationState step, Map<String, Long> busyUntil) {
        var machineId = step.machine();
        var machine = machineId == null ? null : plant.machine(machineId).orElse(null);
        var started = step.started();
        if (step.status() != OperationStatus.RUNNING || machine == null || started == null || broken(machine)) {
            return Progress.WAITING;
        }
        long left = open.end(open.next(0), remaining(step, machine));
        busyUntil.merge(machine.id().path(), left, Math::max);
        return new Progress.Running(machine.id().path(), Math.min(0, seconds(now, started)), left);
    }

    /** What a broken machine was running is free: it will say so itself, or never speak again. */
    private boolean broken(Machine machine) {
        var state = twin.machines().get(machine.id());
        return state != null && state.state().isAborted();
    }

    /** Seconds still needed for the parts that are not done. */
    static long remaining(OperationState step, Machine machine) {
        return Math.max(1, (long) Math.ceil(step.operation().secondsPerPart() * step.left() / machine.speedFactor()));
    }

    private dev.millwright.scheduling.problem.Machine machine(Machine machine) {
        long until = downTime.until(machine);
        var down = until > 0 ? List.of(new Window(0, until)) : List.<Window>of();
        return new dev.millwright.scheduling.problem.Machine(
                machine.id().path(), LastFamily.of(twin, machine.id()), down, 0, pauses, false, 0);
    }

    private List<MaintenanceTask> maintenance(Map<String, Long> busyUntil) {
        var tasks = new ArrayList<MaintenanceTask>();
        for (var wish : twin.wishes().values()) {
            if (wish.status().isOpen()) {
                tasks.add(task(wish, busyUntil));
            }
        }
        return tasks;
    }

    /** A window that has become too narrow, or lies behind what runs, is opened to the next chance. */
    private MaintenanceTask task(WishState state, Map<String, Long> busyUntil) {
        var wish = state.wish();
        String machine = wish.machine().path();
        long earliest = Math.max(0, secondsUp(now, wish.earliest()));
        long down = plant.machine(wish.machine()).map(downTime::until).orElse(0L);
        long free = Math.max(earliest, Math.max(busyUntil.getOrDefault(machine, 0L), down));
        long chance = open.room(free, wish.durationSeconds());
        long latest = Math.max(seconds(now, wish.latest()), chance + 2L * wish.durationSeconds());
        var price = WishPrice.of(wish.cost(), downtimeHour(wish.machine()), now);
        long waiting = price == null ? weight(wish.risk()) : weight(RiskLevel.LOW); // what it risks is in the price
        return new MaintenanceTask(wish.id(), machine, wish.durationSeconds(), earliest, latest, waiting)
                .costing(price);
    }

    private double downtimeHour(EquipmentId machine) {
        return plant.machine(machine).map(known -> known.costs().downtimeHour()).orElse(0.0);
    }

    /** What a second costs that maintenance without a price waits: at critical risk as much as a second a lot of ordinary priority is late. */
    private static long weight(RiskLevel risk) {
        return switch (risk) {
            case LOW, MEDIUM -> 1;
            case HIGH -> Objective.balanced().weight(Measure.TARDINESS) / 10;
            case CRITICAL -> Objective.balanced().weight(Measure.TARDINESS);
        };
    }
}
