package dev.millwright.vision.detection;

import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import java.util.List;

/** Which differences a model is asked about: nearly all, but for what is plainly the jitter of an edge. */
public final class Candidates {
    private static final int THICKNESS_PX = 2;
    /**
     * Counted once, by hand, on the train part of DeepPCB: 4 of 2,231 differences within the box of a defect are less sure by
     * their shape; of all others 6 a board are left.
     */
    private static final double LEAST_SURENESS = 1e-4;

    private Candidates() {}

    /** The differences worth a judgement. */
    public static List<Blob> of(Comparison comparison, int mergeGapPx) {
        return comparison.differences(mergeGapPx, THICKNESS_PX).stream()
                .filter(blob -> Sureness.of(blob, comparison.template()) >= LEAST_SURENESS)
                .toList();
    }
}
