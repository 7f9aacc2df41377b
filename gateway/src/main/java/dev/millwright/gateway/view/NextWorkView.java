package dev.millwright.gateway.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the plan in force wants of a machine.
 *
 * @param now the operation it runs
 * @param next what it is to take up then
 * @param after what follows
 */
public record NextWorkView(
        String machine,
        @Schema(nullable = true) @Nullable String now,
        @Schema(nullable = true) @Nullable TaskView next,
        List<TaskView> after) {

    /**
     * An operation ahead of a machine.
     *
     * @param readyAt when its lot can be there by the plan; null when that is not known
     * @param waitsFor what stands before it, in words; null when it could begin now
     */
    public record TaskView(
            String operation,
            String lot,
            String order,
            String product,
            Instant start,
            Instant end,
            int setupSeconds,
            @Schema(nullable = true) @Nullable Instant readyAt,
            @Schema(nullable = true) @Nullable String waitsFor) {}
}
