package dev.millwright.gateway.view;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lot, where it is and how far along its route.
 *
 * @param hold why it is on quality hold; null when it is not
 */
public record LotView(
        String id,
        String order,
        String product,
        int quantity,
        @Schema(nullable = true) @Nullable String location,
        boolean done,
        int scrapped,
        @Schema(nullable = true) @Nullable String hold,
        List<OperationView> operations) {

    /** One operation of a lot; the machine is where it runs, ran, or was sent to. */
    public record OperationView(
            String id,
            int sequence,
            String name,

            @Schema(enumeration = {"WAITING", "DISPATCHED", "RUNNING", "DONE", "CANCELLED"})
            String status,

            @Schema(nullable = true) @Nullable String machine,
            @Schema(nullable = true) @Nullable Instant started,
            @Schema(nullable = true) @Nullable Instant ended,
            int good,
            int scrap,
            int rework,
            int quantity) {}
}
