package dev.millwright.gateway.rest;

import dev.millwright.plant.Box;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.RiskLevel;
import dev.millwright.plant.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be sent; each is checked where it is taken. */
final class Forms {

    private Forms() {}

    /** A new order. */
    record OrderForm(
            @Schema(required = true, examples = "O-42", pattern = "[A-Za-z0-9_-]{1,64}") @Nullable
            String id,

            @Schema(required = true, examples = "controller-board") @Nullable
            String product,

            @Schema(required = true, examples = "48", minimum = "1") @Nullable
            Integer quantity,

            @Schema(examples = "5", defaultValue = "1", minimum = "1") @Nullable
            Integer priority,

            @Nullable Instant releaseDate,
            @Nullable Instant dueDate,
            @Schema(examples = "ACME") @Nullable String customer) {}

    /** What changes about an order; what is left out stays. */
    record OrderPatchForm(
            @Schema(examples = "8", minimum = "1") @Nullable Integer priority,
            @Nullable Instant dueDate) {}

    /** A PackML command. */
    record CommandForm(
            @Schema(required = true) @Nullable PackMlCommand command,
            @Schema(examples = "shift-lead") @Nullable String by) {}

    /** Who has seen an alarm. */
    record AcknowledgeForm(
            @Schema(examples = "anna") @Nullable String by,
            @Schema(examples = "Nozzle cleaned") @Nullable String comment) {}

    /** Until when an alarm is put aside. */
    record ShelveForm(
            @Schema(examples = "anna") @Nullable String by,
            @Schema(required = true) @Nullable Instant until,
            @Nullable String comment) {}

    /** Who takes an alarm back. */
    record UnshelveForm(@Nullable String by) {}

    /** A wish for maintenance. */
    record WishForm(
            @Schema(examples = "W-7") @Nullable String id,

            @Schema(required = true, examples = "hall/smt/line-1/print/printer-1") @Nullable
            String machine,

            @Schema(required = true, examples = "2700", minimum = "1") @Nullable
            Integer durationSeconds,

            @Nullable Instant earliest,
            @Schema(required = true) @Nullable Instant latest,
            @Schema(defaultValue = "MEDIUM") @Nullable RiskLevel risk,
            @Schema(examples = "Bearing is noisy") @Nullable String reason,
            @Nullable String by) {}

    /** Orders to try a plan with. */
    record PreviewForm(@Schema(required = true) @Nullable List<OrderForm> orders) {}

    /** Where and when a planner wants an operation; one of both at least. */
    record PinForm(
            @Schema(examples = "hall/smt/line-1/print/printer-1") @Nullable
            String machine,

            @Nullable Instant start,
            @Schema(defaultValue = "false") @Nullable Boolean dryRun) {}

    /** What is to be planned, and how long it may take; the live plant unless a problem is given. */
    record PlanForm(
            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "A problem in Millwright's own JSON; the live plant when left out")
            @Nullable
            Object problem,

            @Schema(description = "Weights by measure, the most important level first") @Nullable
            List<Map<String, Long>> objective,

            @Schema(defaultValue = "10", minimum = "1", maximum = "600") @Nullable
            Integer seconds,

            @Schema(defaultValue = "1", minimum = "1", maximum = "2") @Nullable
            Integer workers,

            @Schema(description = "Orders to plan with as if they were added") @Nullable
            List<OrderForm> orders) {}

    /** Who adopts a plan, or whether it is only tried. */
    record AdoptForm(
            @Schema(defaultValue = "false") @Nullable Boolean dryRun,
            @Schema(examples = "ana") @Nullable String by) {}

    /** Which version is to count. */
    record PromoteForm(
            @Schema(required = true, examples = "2") @Nullable
            String version,

            @Schema(examples = "anna") @Nullable String by) {}

    /** Who takes a model back. */
    record RetireForm(@Schema(examples = "anna") @Nullable String by) {}

    /** Why a lot is held. */
    record HoldForm(
            @Schema(required = true, examples = "Solder looks cold") @Nullable
            String reason) {}

    /** A defect found by a person or another system. */
    record DefectForm(
            @Schema(required = true) @Nullable String machine,

            @Schema(required = true, examples = "bridge") @Nullable
            String type,

            @Schema(defaultValue = "MODERATE") @Nullable Severity severity,
            @Nullable String serial,
            @Nullable String comment,
            @Nullable String by) {}

    /** What a person says of a finding, or of a defect that was missed. */
    record CorrectionForm(
            @Schema(required = true) @Nullable CorrectionVerdict verdict,

            @Schema(examples = "0", minimum = "0", description = "The finding's number; for CONFIRMED and REJECTED")
            @Nullable
            Integer finding,

            @Schema(examples = "open", description = "What the defect is; needed for MISSED") @Nullable
            String type,

            @Schema(description = "Where it is, in pixels of the picture; needed for MISSED") @Nullable
            Box box,

            @Schema(description = "Corners of a polygon around it, as pairs of x and y") @Nullable
            List<List<Double>> outline,

            @Nullable String comment,
            @Schema(examples = "anna") @Nullable String by) {}

    /** Where a person clicked, in pixels of the picture. */
    record ClickForm(
            @Schema(required = true, examples = "312") @Nullable
            Double x,

            @Schema(required = true, examples = "208") @Nullable
            Double y) {}
}
