package dev.millwright.gateway.socket;

import dev.millwright.gateway.view.AlarmView;
import dev.millwright.gateway.view.KpisView;
import dev.millwright.gateway.view.LineView;
import dev.millwright.gateway.view.LotView;
import dev.millwright.gateway.view.MachineView;
import dev.millwright.gateway.view.OrderView;
import dev.millwright.gateway.view.PlanView;
import dev.millwright.gateway.view.Views;
import dev.millwright.gateway.view.WishView;
import dev.millwright.plant.EquipmentId;
import dev.millwright.twin.AdoptedPlan;
import dev.millwright.twin.AlarmState;
import dev.millwright.twin.LotState;
import dev.millwright.twin.MachineState;
import dev.millwright.twin.OrderState;
import dev.millwright.twin.TwinState;
import dev.millwright.twin.WishState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views of everything in the twin, brought up to date by comparing two immutable states object by object. */
final class Shelves {

    /** Figures over hours do not change in a blink: they are worked out anew this often. */
    private static final long FIGURES_NANOS = 2_000_000_000L;

    private static final int CLOSED_ORDERS_SHOWN = 100;

    final Shelf<MachineState, MachineView> machines;
    final Shelf<LineView, LineView> lines;
    final Shelf<OrderState, OrderView> orders;
    final Shelf<LotState, LotView> lots;
    final Shelf<AlarmState, AlarmView> alarms;
    final Shelf<WishState, WishView> wishes;
    final Shelf<AdoptedPlan, PlanView> plans;

    private final Map<EquipmentId, KpisView> figures = new HashMap<>();
    private @Nullable TwinState shown;
    private long figuresAt = Long.MIN_VALUE;

    Shelves(Json json) {
        machines = new Shelf<>(json);
        lines = new Shelf<>(json);
        orders = new Shelf<>(json);
        lots = new Shelf<>(json);
        alarms = new Shelf<>(json);
        wishes = new Shelf<>(json);
        plans = new Shelf<>(json);
    }

    /** Shows this state; whatever looks different from before carries the number. False when nothing could. */
    boolean show(TwinState state, long number, long nanos) {
        var before = shown;
        if (same(state, before)) {
            return false;
        }
        boolean figuresDue = before == null || nanos - figuresAt >= FIGURES_NANOS;
        if (figuresDue) {
            figures.clear();
            figuresAt = nanos;
        }
        var fresh = Views.of(state);
        var views = Views.of(state, id -> figures.computeIfAbsent(id, fresh::kpis));
        machines.update(
                state.machines().values(), machine -> machine.id().path(), views::machine, Shelves::same, number);
        lines.update(views.lines(), LineView::id, line -> line, LineView::equals, number);
        work(state, before, views, number);
        if (before == null || !same(state.alarms(), before.alarms())) {
            alarms.update(state.alarms().values(), AlarmState::id, views::alarm, Shelves::same, number);
        }
        if (before == null || !same(state.wishes(), before.wishes())) {
            wishes.update(state.wishes().values(), WishState::id, views::wish, Shelves::same, number);
        }
        var plan = state.plan();
        if (plan != null) {
            plans.update(List.of(plan), one -> "plan", views::plan, Shelves::same, number);
        }
        shown = state;
        return true;
    }

    private void work(TwinState state, @Nullable TwinState before, Views views, long number) {
        if (before != null
                && same(state.lots(), before.lots())
                && same(state.orders(), before.orders())
                && same(state.plan(), before.plan())) {
            return;
        }
        var open = openOrders(state);
        orders.update(open, OrderState::id, views::order, Shelves::ended, number);
        lots.update(lotsOf(state, open), LotState::id, views::lot, Shelves::same, number);
        orders.retain(open.stream().map(OrderState::id).collect(Collectors.toSet()));
        lots.retain(open.stream().flatMap(order -> order.lots().stream()).collect(Collectors.toSet()));
    }

    /** Open orders and the latest of those that are closed: a plant of years has more than a screen can hold. */
    private static List<OrderState> openOrders(TwinState state) {
        var all = state.orders().values();
        if (all.size() <= CLOSED_ORDERS_SHOWN) {
            return List.copyOf(all);
        }
        Set<String> latest = all.stream()
                .filter(order -> order.status().isFinal())
                .sorted((one, other) -> Long.compare(other.offset(), one.offset()))
                .limit(CLOSED_ORDERS_SHOWN)
                .map(OrderState::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(order -> !order.status().isFinal() || latest.contains(order.id()))
                .toList();
    }

    private static List<LotState> lotsOf(TwinState state, List<OrderState> orders) {
        return orders.stream()
                .flatMap(order -> order.lots().stream())
                .flatMap(id -> java.util.stream.Stream.ofNullable(state.lots().get(id)))
                .toList();
    }

    @SuppressWarnings("ReferenceEquality") // the twin makes a new object for whatever changed
    private static boolean same(@Nullable Object before, @Nullable Object now) {
        return before == now;
    }

    /** An order's view also tells of its lots and its plan, so only one that has ended stays as it is. */
    private static boolean ended(OrderState before, OrderState now) {
        return same(before, now) && now.status().isFinal();
    }
}
