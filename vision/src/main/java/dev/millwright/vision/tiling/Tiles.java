package dev.millwright.vision.tiling;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Offset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts images too large for one look into overlapping tiles. What is no larger than the overlap lies whole in at least one of
 * them.
 *
 * @param sidePx of a tile; the last of an image is as large and overlaps more
 * @param overlapPx of two neighbours at least
 */
public record Tiles(int sidePx, int overlapPx) {
    public Tiles {
        if (overlapPx < 0 || sidePx < 1 || overlapPx > sidePx / 2) {
            throw new IllegalArgumentException("tiles of " + sidePx + " pixels that overlap by " + overlapPx
                    + "\nGive at least 1 pixel a side, and an overlap of at most half of it.");
        }
    }

    /** Tiles that together cover an image, row by row; one when it is no larger than a tile. */
    public List<Box> over(int width, int height) {
        int[] columns = starts(width);
        int[] rows = starts(height);
        var tiles = new ArrayList<Box>();
        for (int top : rows) {
            for (int left : columns) {
                tiles.add(new Box(left, top, Math.min(width, left + sidePx), Math.min(height, top + sidePx)));
            }
        }
        return tiles;
    }

    /** Where tiles start along a side: evenly spread, the first at the beginning and the last flush with the end. */
    private int[] starts(int length) {
        if (length <= sidePx) {
            return new int[1];
        }
        int count = Math.ceilDiv(length - overlapPx, sidePx - overlapPx);
        var starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = (int) ((long) i * (length - sidePx) / (count - 1));
        }
        return starts;
    }

    /**
     * Looks at an image tile by tile.
     *
     * @param look finds regions in a tile, placed from the tile's own corner; it cuts the tile out of whatever it looks at
     * @return what was found, placed in the image, each thing once
     */
    public <T> List<Region<T>> inspect(int width, int height, Function<Box, List<Region<T>>> look) {
        var seams = new Seams<T>();
        for (var tile : over(width, height)) {
            var corner = new Offset(tile.left(), tile.top());
            for (var region : look.apply(tile)) {
                var placed = new Region<>(region.what(), region.box().moved(corner), region.score());
                seams.add(placed, tile, touchesSeam(placed.box(), tile, width, height));
            }
        }
        return seams.regions();
    }

    /** Whether a box ends at an edge of its tile that is no edge of the image: there may be more of it next door. */
    private static boolean touchesSeam(Box box, Box tile, int width, int height) {
        return (tile.left() > 0 && box.left() <= tile.left())
                || (tile.top() > 0 && box.top() <= tile.top())
                || (tile.right() < width && box.right() >= tile.right())
                || (tile.bottom() < height && box.bottom() >= tile.bottom());
    }
}
