package dev.millwright.twin;

import dev.millwright.plant.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and how far it has come.
 *
 * @param lots ids of its lots
 * @param done parts that came out of their last step good
 * @param completedAt when its last lot was done
 * @param offset the event that added it
 */
public record OrderState(
        Order order,
        List<String> lots,
        OrderStatus status,
        int done,
        Instant addedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        long offset) {

    public OrderState {
        lots = List.copyOf(lots);
    }

    public String id() {
        return order.id();
    }

    /** True when the order has a due date and is past it without being done. */
    public boolean lateAt(Instant now) {
        var due = order.dueDate();
        if (due == null || status == OrderStatus.CANCELLED) {
            return false;
        }
        return due.isBefore(completedAt == null ? now : completedAt);
    }

    OrderState withOrder(Order changed) {
        return new OrderState(changed, lots, status, done, addedAt, startedAt, completedAt, offset);
    }

    OrderState progress(
            OrderStatus newStatus, int newDone, @Nullable Instant newStarted, @Nullable Instant newCompleted) {
        return new OrderState(order, lots, newStatus, newDone, addedAt, newStarted, newCompleted, offset);
    }
}
