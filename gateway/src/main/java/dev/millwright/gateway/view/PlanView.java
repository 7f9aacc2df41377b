package dev.millwright.gateway.view;

import dev.millwright.plant.PlanChange;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan and what it changed.
 *
 * @param late lots that end after their due date
 * @param closed when machines do no work within the plan's span
 * @param trigger what it answers, in words
 */
public record PlanView(
        String id,
        Instant createdAt,
        String origin,
        long makespanSeconds,
        long tardinessSeconds,
        int tardyOrders,
        double solveMillis,
        double reactionMillis,
        List<PlannedView> operations,
        List<WindowView> maintenance,
        List<ChangeView> changes,
        List<LateView> late,
        List<ClosedView> closed,
        @Schema(nullable = true) @Nullable String trigger) {

    /** An operation's place in the plan, with its status when the plan was adopted or asked for. */
    public record PlannedView(
            String operation,
            String lot,
            String order,
            String name,
            String machine,
            Instant start,
            Instant end,
            int setupSeconds,
            String status,
            @Schema(nullable = true) @Nullable PinView pinned) {}

    /** A planner's word on where and when an operation runs; what is null is left open. */
    public record PinView(
            @Schema(nullable = true) @Nullable String machine,
            @Schema(nullable = true) @Nullable Instant start) {}

    /** A lot that ends after its due date, with what it waits for most. */
    public record LateView(String order, String lot, Instant due, Instant end, long lateSeconds, String cause) {}

    /** Time in which a machine does no work. */
    public record ClosedView(
            String machine,
            Instant from,
            Instant to,

            @Schema(enumeration = {"off-shift", "break", "down"})
            String kind) {}

    /** A planned maintenance. */
    public record WindowView(String wish, String machine, Instant start, Instant end) {}

    /** What changed for one operation, and why. */
    public record ChangeView(
            String operation,
            String lot,
            @Schema(nullable = true) @Nullable String fromMachine,
            String toMachine,
            @Schema(nullable = true) @Nullable Instant fromStart,
            Instant toStart,
            String reason) {

        public static ChangeView of(PlanChange change) {
            return new ChangeView(
                    change.operation(),
                    change.lot(),
                    WorkViews.path(change.fromMachine()),
                    change.toMachine().path(),
                    change.fromStart(),
                    change.toStart(),
                    change.reason());
        }
    }
}
