package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Connected pixels that no good image explains.
 *
 * @param box around them
 * @param areaPx how many
 * @param centroidX their middle, pixels from the image's left edge
 * @param centroidY their middle, pixels from the image's top edge
 * @param peak the map's largest value among them
 */
public record AnomalyRegion(Box box, int areaPx, double centroidX, double centroidY, double peak) {

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
        return pieces.stream()
                .map(Piece::region)
                .sorted(Comparator.comparingDouble(AnomalyRegion::peak).reversed())
                .toList();
    }

    private static final class Piece {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int area;
        private double sumX;
        private double sumY;
        private double peak;

        void add(int x, int y, float value) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            area++;
            sumX += x + 0.5;
            sumY += y + 0.5;
            peak = Math.max(peak, value);
        }

        AnomalyRegion region() {
            return new AnomalyRegion(new Box(left, top, right, bottom), area, sumX / area, sumY / area, peak);
        }
    }
}
