package dev.millwright.vision.detection;

import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Which differences a model is asked about: nearly all, but for what is plainly the jitter of an edge. Where a defect hangs together
 * with the edge of a board that lies askew, both are one long difference: then its thick parts are asked about too.
 */
public final class Candidates {
    private static final int THICKNESS_PX = 2;
    private static final int MOST_THICKNESS_PX = 6;
    /** Hardly any defect is longer. */
    private static final int LONG_PX = 40;
    /**
     * Counted once, by hand, on the train part of DeepPCB: 4 of 2,231 differences within the box of a defect are less sure by
     * their shape; of all others 6 a board are left.
     */
    private static final double LEAST_SURENESS = 1e-4;

    private final Comparison comparison;
    private final int mergeGapPx;
    private final List<Blob> found = new ArrayList<>();

    private Candidates(Comparison comparison, int mergeGapPx) {
        this.comparison = comparison;
        this.mergeGapPx = mergeGapPx;
    }

    /** The differences worth a judgement. */
    public static List<Blob> of(Comparison comparison, int mergeGapPx) {
        var candidates = new Candidates(comparison, mergeGapPx);
        candidates.add(comparison.differences(mergeGapPx, THICKNESS_PX), THICKNESS_PX);
        return candidates.found.stream()
                .filter(blob -> Sureness.of(blob, comparison.template()) >= LEAST_SURENESS)
                .toList();
    }

    /** Takes in differences of a thickness, and of long ones what is thicker. */
    private void add(List<Blob> differences, int thicknessPx) {
        found.addAll(differences);
        var tooLong = differences.stream().filter(Candidates::isLong).toList();
        if (tooLong.isEmpty() || thicknessPx == MOST_THICKNESS_PX) {
            return;
        }
        var thicker = comparison.differences(mergeGapPx, thicknessPx + 1);
        add(
                thicker.stream()
                        .filter(part -> tooLong.stream().anyMatch(whole -> isSmallerPart(part, whole)))
                        .toList(),
                thicknessPx + 1);
    }

    private static boolean isLong(Blob blob) {
        return Math.max(blob.box.width(), blob.box.height()) > LONG_PX;
    }

    private static boolean isSmallerPart(Blob part, Blob whole) {
        return part.extra == whole.extra && !part.box.equals(whole.box) && contains(whole.box, part.box);
    }

    private static boolean contains(Box outer, Box inner) {
        return outer.left() <= inner.left()
                && outer.top() <= inner.top()
                && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }
}
