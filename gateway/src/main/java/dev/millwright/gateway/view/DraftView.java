package dev.millwright.gateway.view;

import dev.millwright.gateway.plans.DraftSnapshot;
import dev.millwright.gateway.plans.Found;
import dev.millwright.gateway.plans.Subject;
import dev.millwright.scheduling.formats.ScheduleJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is searched for beside the one in force.
 *
 * @param seconds how long it may be searched for
 * @param incumbents better and better plans, as they were found
 * @param optimal whether no better one exists
 * @param conflicts why there is none, in words
 * @param plan the best so far, of a live plant; null in lists and while there is none
 * @param schedule the best so far, of a problem of its own, as JSON; null in lists and while there is none
 */
public record DraftView(
        String id,

        @Schema(enumeration = {"plant", "problem"}) String source,

        @Schema(enumeration = {"waiting", "searching", "done", "cancelled", "failed", "infeasible"})
        String state,

        Instant createdAt,
        double seconds,
        double elapsedSeconds,
        List<IncumbentView> incumbents,
        boolean optimal,
        List<String> conflicts,
        @Schema(nullable = true) @Nullable PlanView plan,

        @Schema(nullable = true, implementation = Object.class) @Nullable
        Object schedule) {

    private static final double MILLIS_A_SECOND = 1000;

    /** A better plan on the way; bound null while nothing is known of what is possible. */
    public record IncumbentView(
            double seconds,
            long objective,
            @Schema(nullable = true) @Nullable Double bound,
            long makespanSeconds,
            long tardinessSeconds,
            int lateOrders,
            String origin) {

        static IncumbentView of(Found found) {
            var figures = found.figures();
            return new IncumbentView(
                    found.seconds(),
                    figures.objective(),
                    found.bound(),
                    figures.makespanSeconds(),
                    figures.tardinessSeconds(),
                    figures.lateOrders(),
                    found.origin());
        }
    }

    /** Without the plan itself. */
    public static DraftView brief(DraftSnapshot draft) {
        return of(draft, null, null);
    }

    /** With the best plan so far. */
    public static DraftView whole(DraftSnapshot draft) {
        var best = draft.best();
        if (best == null) {
            return brief(draft);
        }
        return switch (draft.subject()) {
            case Subject.LivePlant(var question) -> {
                double millis = draft.elapsed().toNanos() / 1e6;
                String words = "draft " + draft.id();
                var plan = question.plan(draft.id(), best, millis);
                yield of(
                        draft,
                        Views.of(question.state()).plan(plan, question.changes(best, words), millis, words),
                        null);
            }
            case Subject.Posed(var file) -> of(draft, null, ScheduleJson.tree(best, file.epoch()));
        };
    }

    private static DraftView of(DraftSnapshot draft, @Nullable PlanView plan, @Nullable Object schedule) {
        return new DraftView(
                draft.id(),
                draft.subject().word(),
                draft.state().word(),
                draft.createdAt(),
                draft.limit().toMillis() / MILLIS_A_SECOND,
                draft.elapsed().toMillis() / MILLIS_A_SECOND,
                draft.incumbents().stream().map(IncumbentView::of).toList(),
                draft.optimal(),
                draft.conflicts(),
                plan,
                schedule);
    }
}
