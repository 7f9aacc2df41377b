package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.tiling.Tiles;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at an image tile by tile, so that small defects of large images are as large as they were in what was learned from. Where
 * tiles overlap, the one that finds more unlike counts.
 *
 * @param each how a tile is looked at
 * @param sidePx of a tile, pixels of the image
 */
record Tiled(Look each, int sidePx) implements Look {
    /** Neighbours share this part of a tile. */
    private static final int OVERLAP = 4;

    /** The same look, through tiles where there are any. */
    static Look of(Look each, int sidePx) {
        return sidePx == 0 ? each : new Tiled(each, sidePx);
    }

    /** The tiles of an image; the image itself where it is not to be cut. */
    static List<ColourFrame> cut(ColourFrame image, int sidePx) {
        return sidePx == 0
                ? List.of(image)
                : tiles(image.width(), image.height(), sidePx).stream()
                        .map(image::cut)
                        .toList();
    }

    private static List<Box> tiles(int width, int height, int sidePx) {
        return new Tiles(sidePx, sidePx / OVERLAP).over(width, height);
    }

    @Override
    public Network network() {
        return each.network();
    }

    @Override
    public int tilePx() {
        return sidePx;
    }

    @Override
    public double most() {
        return each.most();
    }

    @Override
    public int patches() {
        return each.patches();
    }

    @Override
    public View view(Frame image) {
        return View.whole(image, image.width(), image.height());
    }

    @Override
    public AnomalyMap placed(ColourFrame image, View view) {
        var tiles = tiles(image.width(), image.height(), sidePx);
        var first = each.placed(image.cut(tiles.getFirst()));
        int width = places(image.width(), first.width(), tiles.getFirst().width());
        int height = places(image.height(), first.height(), tiles.getFirst().height());
        var values = new float[width * height];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        var joined = new AnomalyMap(width, height, values);
        for (var tile : tiles) {
            var seen = tile.equals(tiles.getFirst()) ? first : each.placed(image.cut(tile));
            lay(seen, tile, joined, image);
        }
        return joined;
    }

    /** Over a side of the image, at the scale of a tile's map. */
    private static int places(int imagePx, int tilePlaces, int tilePx) {
        return Math.max(1, (int) Math.round((double) imagePx * tilePlaces / tilePx));
    }

    private static void lay(AnomalyMap seen, Box tile, AnomalyMap joined, ColourFrame image) {
        double across = (double) image.width() / joined.width();
        double down = (double) image.height() / joined.height();
        for (int y = 0; y < joined.height(); y++) {
            double v = (y + 0.5) * down - tile.top();
            for (int x = 0; v >= 0 && v <= tile.height() && x < joined.width(); x++) {
                double u = (x + 0.5) * across - tile.left();
                if (u >= 0 && u <= tile.width()) {
                    float value = seen.between(
                            u * seen.width() / tile.width() - 0.5, v * seen.height() / tile.height() - 0.5);
                    int at = y * joined.width() + x;
                    joined.values()[at] = Math.max(joined.values()[at], value);
                }
            }
        }
    }
}
