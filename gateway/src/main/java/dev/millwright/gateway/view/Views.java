package dev.millwright.gateway.view;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import dev.millwright.twin.AdoptedPlan;
import dev.millwright.twin.AlarmState;
import dev.millwright.twin.LotState;
import dev.millwright.twin.MachineState;
import dev.millwright.twin.OrderState;
import dev.millwright.twin.TwinState;
import dev.millwright.twin.WishState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one state of the twin looks like on the wire. */
public final class Views {

    private final TwinState state;
    private final Function<EquipmentId, KpisView> kpis;
    private final PlanTimes times;

    private Views(TwinState state, Function<EquipmentId, KpisView> kpis) {
        this.state = state;
        this.kpis = kpis;
        var plan = state.plan();
        this.times = plan == null ? PlanTimes.NONE : PlanTimes.of(plan.plan());
    }

    public static Views of(TwinState state) {
        return new Views(state, equipment -> KpiViews.soFar(state, equipment));
    }

    /** The same, with figures of the caller's, who may keep them for a while. */
    public static Views of(TwinState state, Function<EquipmentId, KpisView> kpis) {
        return new Views(state, kpis);
    }

    public TwinState state() {
        return state;
    }

    public KpisView kpis(EquipmentId equipment) {
        return kpis.apply(equipment);
    }

    public List<MachineView> machines() {
        return state.plant().machines().stream().map(this::machine).toList();
    }

    public MachineView machine(Machine machine) {
        var known = state.machines().get(machine.id());
        if (known == null) {
            throw new IllegalArgumentException(
                    "The twin has no machine %s.\nIt takes its machines from the plant file.".formatted(machine.id()));
        }
        return MachineViews.machine(state, machine, known, kpis.apply(machine.id()));
    }

    public MachineView machine(MachineState machine) {
        return state.plant()
                .machine(machine.id())
                .map(this::machine)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The plant has no machine %s.\nIt is in the twin alone.".formatted(machine.id())));
    }

    /** The site first, then its lines. */
    public List<LineView> lines() {
        var lines = new ArrayList<LineView>();
        lines.add(line(state.plant().site(), state.plant().title()));
        state.plant().lines().forEach(line -> lines.add(line(line.id(), line.name())));
        return lines;
    }

    public List<OrderView> orders() {
        return state.orders().values().stream().map(this::order).toList();
    }

    public OrderView order(OrderState order) {
        return WorkViews.order(state, times, order);
    }

    public List<LotView> lots() {
        return state.lots().values().stream().map(this::lot).toList();
    }

    public LotView lot(LotState lot) {
        return WorkViews.lot(lot);
    }

    public List<AlarmView> alarms() {
        return state.alarms().values().stream().map(this::alarm).toList();
    }

    public AlarmView alarm(AlarmState alarm) {
        return new AlarmView(
                alarm.id(),
                alarm.subject().path(),
                alarm.code(),
                alarm.severity(),
                alarm.message(),
                switch (alarm.phase()) {
                    case UNACKNOWLEDGED_ACTIVE -> "active-unacknowledged";
                    case ACKNOWLEDGED_ACTIVE -> "active-acknowledged";
                    case UNACKNOWLEDGED_RETURNED -> "cleared-unacknowledged";
                    case SHELVED -> "shelved";
                    case NORMAL -> "closed";
                },
                alarm.raisedAt(),
                Math.toIntExact(alarm.count()),
                alarm.acknowledgedBy(),
                alarm.acknowledgedAt(),
                alarm.clearedAt(),
                alarm.shelvedUntil(),
                alarm.comment());
    }

    public List<WishView> wishes() {
        return state.wishes().values().stream().map(this::wish).toList();
    }

    public WishView wish(WishState wish) {
        return PlanViews.wish(wish);
    }

    /** The plan in force, if there is one. */
    public @Nullable PlanView plan() {
        var plan = state.plan();
        return plan == null ? null : plan(plan);
    }

    public PlanView plan(AdoptedPlan plan) {
        return plan(plan.plan(), plan.changes(), plan.reactionMillis(), plan.reason());
    }

    public PlanView plan(Plan plan, List<PlanChange> changes, double reactionMillis, @Nullable String trigger) {
        return PlanViews.plan(state, plan, changes, reactionMillis, trigger);
    }

    private LineView line(EquipmentId id, String name) {
        int machines = 0;
        int running = 0;
        int down = 0;
        for (var machine : state.machines().values()) {
            if (id.contains(machine.id())) {
                machines++;
                running += machine.state() == PackMlState.EXECUTE ? 1 : 0;
                down += MachineViews.isDown(machine) ? 1 : 0;
            }
        }
        return new LineView(id.path(), name, machines, running, down, kpis.apply(id));
    }
}
