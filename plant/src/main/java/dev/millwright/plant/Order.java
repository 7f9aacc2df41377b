package dev.millwright.plant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A production order.
 *
 * @param priority weight of a late hour: 1 ordinary, 10 urgent
 * @param releaseDate not started before; {@code null} when at once
 * @param dueDate late after; {@code null} when there is no promise
 */
public record Order(
        String id,
        String product,
        int quantity,
        int priority,
        @Nullable Instant releaseDate,
        @Nullable Instant dueDate,
        @Nullable String customer) {

    public Order {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "'%s' is no order number.\nUse up to 64 letters, digits, - and _.".formatted(id));
        }
        if (quantity < 1) {
            throw new IllegalArgumentException(
                    "Order %s is for %d parts.\nIt is for one at least.".formatted(id, quantity));
        }
        if (priority < 1) {
            throw new IllegalArgumentException(
                    "Order %s has priority %d.\nPriorities start at 1, a higher one is more urgent."
                            .formatted(id, priority));
        }
    }
}
