package dev.millwright.vision;

import java.util.ArrayList;
import java.util.List;

/** Finds where an image differs from its template by more than the jitter of an edge. */
final class Differences {
    private Differences() {}

    /** The differing pieces inside the valid area, those close to one another joined. */
    static List<Blob> find(BitMask image, BitMask template, BitMask valid, int mergeGapPx) {
        var blobs = new ArrayList<Blob>();
        blobs.addAll(pieces(image.andNot(template).and(valid), true, mergeGapPx));
        blobs.addAll(pieces(template.andNot(image).and(valid), false, mergeGapPx));
        return blobs;
    }

    private static List<Blob> pieces(BitMask differing, boolean extra, int mergeGapPx) {
        var core = differing.opened();
        // What opening rounded off comes back, but not the long thin rim a piece may hang on.
        var whole = core.dilated().and(differing);
        return merged(Components.of(whole, extra, 1), mergeGapPx);
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
