package dev.millwright.gateway.view;

import dev.millwright.gateway.view.OrderProgressView.LotProgressView;
import dev.millwright.plant.LateLot;
import dev.millwright.twin.LotState;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.OrderState;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how far an order has come. */
public final class OrderProgress {

    private static final double PERCENT = 100;

    private OrderProgress() {}

    public static OrderProgressView of(TwinState state, OrderState order) {
        var adopted = state.plan();
        var times = adopted == null ? PlanTimes.NONE : PlanTimes.of(adopted.plan());
        var lots = order.lots().stream()
                .flatMap(id -> Stream.ofNullable(state.lots().get(id)))
                .toList();
        var steps =
                lots.stream().map(LotState::operations).flatMap(List::stream).toList();
        var view = WorkViews.order(state, times, order);
        return new OrderProgressView(
                order.id(),
                steps.size(),
                count(steps, OperationStatus.DONE),
                count(steps, OperationStatus.RUNNING),
                view.progress() * PERCENT,
                view.estimatedCompletion(),
                order.order().dueDate(),
                view.late(),
                view.late() && adopted != null ? cause(adopted.plan().late(), order.id()) : null,
                lots.stream().map(lot -> lot(lot, times.endOf(lot.id()))).toList());
    }

    private static @Nullable String cause(List<LateLot> late, String order) {
        return late.stream()
                .filter(lot -> lot.order().equals(order))
                .max(Comparator.comparing(LateLot::end))
                .map(LateLot::cause)
                .orElse(null);
    }

    private static LotProgressView lot(LotState lot, @Nullable Instant plannedEnd) {
        var steps = lot.operations();
        var current = steps.stream()
                .filter(step -> !step.status().isFinal())
                .findFirst()
                .map(OperationState::id)
                .orElse(null);
        var ended = steps.isEmpty() ? null : steps.getLast().ended();
        long parts =
                steps.stream().mapToLong(step -> step.operation().quantity()).sum();
        long processed = steps.stream().mapToLong(OperationState::processed).sum();
        return new LotProgressView(
                lot.id(),
                steps.size(),
                count(steps, OperationStatus.DONE),
                count(steps, OperationStatus.RUNNING),
                lot.done() ? PERCENT : WorkViews.share(processed, parts) * PERCENT,
                lot.done() ? ended : plannedEnd,
                current,
                lot.hold());
    }

    private static int count(List<OperationState> steps, OperationStatus status) {
        return Math.toIntExact(
                steps.stream().filter(step -> step.status() == status).count());
    }
}
