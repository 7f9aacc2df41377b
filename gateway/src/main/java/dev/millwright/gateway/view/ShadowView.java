package dev.millwright.gateway.view;

import dev.millwright.plant.Verdict;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How versions of a model did beside each other on the plant's latest parts.
 *
 * @param parts that a shadow was shown
 * @param since when the first of them was inspected; null without parts
 * @param sides what counted first, then the shadows
 * @param cases on which a shadow would have decided otherwise, the latest first
 */
public record ShadowView(
        int parts, @Schema(nullable = true) @Nullable Instant since, List<SideView> sides, List<CaseView> cases) {

    /**
     * A version, or the rules, over the parts it looked at.
     *
     * @param version null: rules
     * @param counted whether it decided; a shadow did not
     * @param rejectedAlone parts that it would have rejected and that passed
     * @param passedAlone parts that it would have let pass and that were rejected
     * @param judged parts of which a person has said what is wrong with them
     * @param escapes of these, bad ones that it let pass
     * @param falseRejects of these, good ones that it rejected
     * @param millis how long it took, median
     */
    public record SideView(
            @Schema(nullable = true) @Nullable String version,
            boolean counted,
            int parts,
            int rejected,
            int rejectedAlone,
            int passedAlone,
            int judged,
            int escapes,
            int falseRejects,
            double millis) {}

    /**
     * A part on which a shadow differs.
     *
     * @param counted the version that decided; null: rules
     * @param verdict what was decided
     * @param version of the shadow, and {@code otherwise} what it would have decided, for these {@code findings}
     * @param truth what a person says of the part; null where nobody did
     */
    public record CaseView(
            String inspection,
            String machine,
            String serial,
            Instant time,
            @Schema(nullable = true) @Nullable String counted,
            Verdict verdict,
            String version,
            Verdict otherwise,
            List<String> findings,
            @Schema(nullable = true) @Nullable Verdict truth) {}
}
