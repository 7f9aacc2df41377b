package dev.millwright.plant;

import org.jspecify.annotations.Nullable;

/** An order as the plant file gives it: dates as hours after the plant starts, so that a demo is never out of date. */
public record OrderBookEntry(
        String id,
        String product,
        int quantity,
        int priority,
        double releaseHours,
        @Nullable Double dueHours,
        @Nullable String customer) {

    public Order at(java.time.Instant start) {
        return new Order(
                id,
                product,
                quantity,
                priority,
                releaseHours <= 0 ? null : start.plusMillis(Math.round(releaseHours * 3_600_000)),
                dueHours == null ? null : start.plusMillis(Math.round(dueHours * 3_600_000)),
                customer);
    }
}
