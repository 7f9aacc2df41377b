package dev.millwright.twin;

import dev.millwright.plant.MaintenanceWish;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance wish and what became of it.
 *
 * @param plannedStart where the plan in force puts it
 * @param why the reason it was withdrawn
 */
public record WishState(
        MaintenanceWish wish,
        WishStatus status,
        Instant requestedAt,
        @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String why) {

    public String id() {
        return wish.id();
    }

    WishState planned(@Nullable Instant start, @Nullable Instant end) {
        return new WishState(
                wish,
                start == null ? WishStatus.REQUESTED : WishStatus.PLANNED,
                requestedAt,
                start,
                end,
                startedAt,
                finishedAt,
                why);
    }

    WishState started(Instant at) {
        return new WishState(
                wish,
                status == WishStatus.FINISHED ? status : WishStatus.STARTED,
                requestedAt,
                plannedStart,
                plannedEnd,
                at,
                finishedAt,
                why);
    }

    WishState finished(Instant at) {
        return new WishState(wish, WishStatus.FINISHED, requestedAt, plannedStart, plannedEnd, startedAt, at, why);
    }

    WishState withdrawn(String reason) {
        return new WishState(
                wish, WishStatus.WITHDRAWN, requestedAt, plannedStart, plannedEnd, startedAt, finishedAt, reason);
    }
}
