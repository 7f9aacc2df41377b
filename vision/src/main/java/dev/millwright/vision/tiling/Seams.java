package dev.millwright.vision.tiling;

import dev.millwright.vision.image.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts together what neighbouring tiles saw. Of two whole views of one thing the surer stays (non-maximum suppression); a piece
 * that a seam cut off goes where a whole view covers it, and is joined with the piece across the seam where none does.
 */
final class Seams<T> {
    /** Two boxes from different tiles that share this much of what they cover are of one thing. */
    private static final double SAME_IOU = 0.5;
    /** A cut piece is told already when this much of it lies in a whole view. */
    private static final double COVERED = 0.5;

    private record View<T>(Region<T> region, Box tile) {}

    private final List<View<T>> whole = new ArrayList<>();
    private final List<View<T>> cut = new ArrayList<>();

    void add(Region<T> region, Box tile, boolean touchesSeam) {
        (touchesSeam ? cut : whole).add(new View<>(region, tile));
    }

    /** Each thing once, the surest first. */
    List<Region<T>> regions() {
        var kept = new ArrayList<View<T>>();
        whole.sort(Comparator.comparingDouble((View<T> view) -> view.region.score())
                .reversed());
        for (var view : whole) {
            if (kept.stream().noneMatch(other -> isSame(view, other))) {
                kept.add(view);
            }
        }
        var pieces = cut.stream()
                .filter(piece -> kept.stream().noneMatch(view -> covers(view, piece)))
                .map(View::region)
                .toList();
        var regions = new ArrayList<>(kept.stream().map(View::region).toList());
        regions.addAll(joined(pieces));
        regions.sort(
                Comparator.comparingDouble((Region<T> region) -> region.score()).reversed());
        return regions;
    }

    private static <T> boolean isSame(View<T> one, View<T> other) {
        return !one.tile.equals(other.tile) && one.region.box().iou(other.region.box()) >= SAME_IOU;
    }

    private static <T> boolean covers(View<T> view, View<T> piece) {
        var box = piece.region.box();
        return !view.tile.equals(piece.tile) && view.region.box().common(box) >= COVERED * box.area();
    }

    private static <T> List<Region<T>> joined(List<Region<T>> pieces) {
        var joined = new ArrayList<Region<T>>();
        for (var piece : pieces) {
            var whole = piece;
            for (int i = joined.size() - 1; i >= 0; i--) {
                var other = joined.get(i);
                if (other.box().common(whole.box()) > 0) {
                    joined.remove(i);
                    var what = other.score() > whole.score() ? other : whole;
                    whole = new Region<>(what.what(), whole.box().union(other.box()), what.score());
                    i = joined.size();
                }
            }
            joined.add(whole);
        }
        return joined;
    }
}
