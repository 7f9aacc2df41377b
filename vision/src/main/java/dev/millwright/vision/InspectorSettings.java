package dev.millwright.vision;

import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.Frame;

/**
 * How an inspector looks. The standard values come from the train part of DeepPCB, where people drew their boxes with
 * a margin of 10 pixels to the left and above and of 9 to the right and below a defect (medians of 2,181 boxes).
 *
 * @param darkCopper whether copper is the darker of both tones, as in DeepPCB
 * @param searchRadiusPx how far an image may lie from its template
 * @param bendRadiusPx how far a part of the image may lie from where the whole lies
 * @param mergeGapPx differing pieces this close are one defect
 * @param ringDistancePx how far from a blob its surroundings are judged
 * @param leastArcPx shorter contacts with a blob are jitter
 * @param marginPx what a finding's box leaves around the differing pixels
 * @param leastSidePx no box is smaller
 * @param leastScore findings less sure than this are dropped
 * @param mostMismatch with a larger fraction of differing pixels, the image shows another board; DeepPCB stays below 0.07
 * @param severity how severe each finding is
 */
public record InspectorSettings(
        boolean darkCopper,
        int searchRadiusPx,
        int bendRadiusPx,
        int mergeGapPx,
        int ringDistancePx,
        int leastArcPx,
        int marginPx,
        int leastSidePx,
        double leastScore,
        double mostMismatch,
        SeverityRules severity) {

    public InspectorSettings {
        atLeast("searchRadiusPx", searchRadiusPx, 0);
        atLeast("bendRadiusPx", bendRadiusPx, 0);
        atLeast("mergeGapPx", mergeGapPx, 0);
        atLeast("ringDistancePx", ringDistancePx, 1);
        atLeast("leastArcPx", leastArcPx, 1);
        atLeast("marginPx", marginPx, 0);
        atLeast("leastSidePx", leastSidePx, 1);
        if (!(mostMismatch > 0 && mostMismatch <= 1)) {
            throw new IllegalArgumentException("mostMismatch " + mostMismatch + "\nGive a fraction above 0, up to 1.");
        }
        if (!(leastScore >= 0 && leastScore <= 1)) {
            throw new IllegalArgumentException("leastScore " + leastScore + "\nA score lies between 0 and 1.");
        }
    }

    /** Tuned on the train part of DeepPCB. */
    public static InspectorSettings standard() {
        return new InspectorSettings(true, 12, 3, 5, 2, 5, 10, 24, 0.5, 0.2, SeverityRules.standard());
    }

    /** The same eyes with other rules of severity. */
    public InspectorSettings withSeverity(SeverityRules rules) {
        return new InspectorSettings(
                darkCopper,
                searchRadiusPx,
                bendRadiusPx,
                mergeGapPx,
                ringDistancePx,
                leastArcPx,
                marginPx,
                leastSidePx,
                leastScore,
                mostMismatch,
                rules);
    }

    /** An image laid over its template, as these eyes do it. */
    public Comparison compare(Frame image, Frame template) {
        return Comparison.of(image, template, darkCopper, searchRadiusPx, bendRadiusPx);
    }

    /** The same eyes with another least score: lower finds more and cries wolf more often. */
    public InspectorSettings withLeastScore(double score) {
        return new InspectorSettings(
                darkCopper,
                searchRadiusPx,
                bendRadiusPx,
                mergeGapPx,
                ringDistancePx,
                leastArcPx,
                marginPx,
                leastSidePx,
                score,
                mostMismatch,
                severity);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + "\nGive at least " + least + ".");
        }
    }
}
