package dev.millwright.vision.difference;

import java.util.ArrayList;
import java.util.List;

/** Finds where an image differs from its template by more than the jitter of an edge. */
final class Differences {
    private static final int FAR_FROM_EDGES_PX = 3;
    private static final int LEAST_AREA_PX = 8;

    private Differences() {}

    /** The differing pieces inside the valid area, those close to one another joined. */
    static List<Blob> find(BitMask image, BitMask template, BitMask valid, int mergeGapPx, int leastThicknessPx) {
        var blobs = new ArrayList<Blob>();
        var bare = template.complement();
        blobs.addAll(pieces(image.and(bare).and(valid), bare, true, mergeGapPx, leastThicknessPx));
        blobs.addAll(pieces(template.andNot(image).and(valid), template, false, mergeGapPx, leastThicknessPx));
        return blobs;
    }

    private static List<Blob> pieces(
            BitMask differing, BitMask ground, boolean extra, int mergeGapPx, int leastThicknessPx) {
        var inner = ground;
        for (int i = 0; i < FAR_FROM_EDGES_PX; i++) {
            inner = inner.eroded();
        }
        // An edge jitters by a pixel or two; what is thicker, or thin but away from edges, is worth a look.
        var core = (leastThicknessPx > 2 ? differing.opened() : differing.thick()).or(differing.and(inner));
        // What opening rounded off comes back, but not the long thin rim a piece may hang on.
        var whole = core.dilated().and(differing);
        return merged(Components.of(whole, extra, LEAST_AREA_PX), mergeGapPx);
    }

    private static List<Blob> merged(List<Blob> pieces, int gap) {
        var merged = new ArrayList<Blob>();
        for (var piece : pieces) {
            var joined = piece;
            for (int i = merged.size() - 1; i >= 0; i--) {
                if (merged.get(i).box.gap(joined.box) <= gap) {
                    joined = joined.with(merged.remove(i));
                    i = merged.size();
                }
            }
            merged.add(joined);
        }
        return merged;
    }
}
