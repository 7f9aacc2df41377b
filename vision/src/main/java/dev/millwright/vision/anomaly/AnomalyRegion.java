package dev.millwright.vision.anomaly;

import dev.millwright.vision.difference.Extent;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Labels;
import dev.millwright.vision.image.Mask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Connected pixels that no good image explains.
 *
 * @param box around them
 * @param areaPx how many
 * @param extent how long they are, where their middle lies, and their outlines
 * @param peak the map's largest value among them
 */
public record AnomalyRegion(Box box, int areaPx, Extent extent, double peak) {

    /** Their middle, pixels from the image's left edge. */
    public double centroidX() {
        return extent.x();
    }

    /** Their middle, pixels from the image's top edge. */
    public double centroidY() {
        return extent.y();
    }

    /** The regions of a map above a threshold, the highest peak first. */
    static List<AnomalyRegion> of(AnomalyMap map, double threshold) {
        var mask = new boolean[map.values().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = map.values()[i] > threshold;
        }
        var labels = Labels.of(mask, map.width());
        var pieces = new ArrayList<Piece>();
        for (int label = 0; label < labels.count(); label++) {
            pieces.add(new Piece());
        }
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                pieces.get(labels.at(i) - 1).add(i % map.width(), i / map.width(), map.values()[i]);
            }
        }
        return IntStream.range(0, pieces.size())
                .mapToObj(piece -> pieces.get(piece).region(labels, piece + 1, map.width()))
                .sorted(Comparator.comparingDouble(AnomalyRegion::peak).reversed())
                .toList();
    }

    private static final class Piece {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int area;
        private double peak;

        void add(int x, int y, float value) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            area++;
            peak = Math.max(peak, value);
        }

        AnomalyRegion region(Labels labels, int label, int mapWidth) {
            int width = right - left + 2;
            int height = bottom - top + 2;
            var inside = new boolean[width * height];
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    inside[(y - top + 1) * width + x - left + 1] = labels.at(y * mapWidth + x) == label;
                }
            }
            return new AnomalyRegion(
                    new Box(left, top, right, bottom),
                    area,
                    Extent.of(new Mask(left - 1, top - 1, width, height, inside)),
                    peak);
        }
    }
}
