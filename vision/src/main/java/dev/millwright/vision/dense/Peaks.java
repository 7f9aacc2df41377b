package dev.millwright.vision.dense;

import dev.millwright.vision.image.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Things read off the maps of a dense detector: places that are at least as probable as their eight neighbours, and of those whose
 * boxes overlap, the surest.
 *
 * @param width places
 * @param height places
 * @param middles kinds, rows, columns
 * @param reaches left, top, right and bottom, rows, columns; pixels from the middle of a place
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Peaks(int width, int height, float[] middles, float[] reaches) {
    /** Two of a label that overlap by more are one. */
    private static final double SAME_IOU = 0.3;
    /** More things are in no picture; without a bound an untrained network would take minutes. */
    private static final int MOST = 300;

    /** The surest first, cut at the edges of a picture of that size. */
    List<Detection> detections(List<String> labels, double least, int pictureWidth, int pictureHeight) {
        var peaks = new ArrayList<Detection>();
        for (int kind = 0; kind < labels.size(); kind++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float probability = at(kind, x, y);
                    if (probability >= least && isPeak(kind, x, y, probability)) {
                        peaks.add(new Detection(
                                labels.get(kind), Math.min(1, probability), box(x, y, pictureWidth, pictureHeight)));
                    }
                }
            }
        }
        peaks.sort(Comparator.comparingDouble(Detection::probability).reversed());
        var kept = new ArrayList<Detection>();
        for (var peak : peaks.subList(0, Math.min(MOST, peaks.size()))) {
            if (kept.stream()
                    .noneMatch(other ->
                            other.label().equals(peak.label()) && other.box().iou(peak.box()) > SAME_IOU)) {
                kept.add(peak);
            }
        }
        return kept;
    }

    private float at(int kind, int x, int y) {
        return middles[(kind * height + y) * width + x];
    }

    private boolean isPeak(int kind, int x, int y, float probability) {
        for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                if (at(kind, u, v) > probability) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Never smaller than a pixel. */
    private Box box(int x, int y, int pictureWidth, int pictureHeight) {
        double middleX = (x + 0.5) * DenseDetector.STRIDE;
        double middleY = (y + 0.5) * DenseDetector.STRIDE;
        int place = y * width + x;
        int plane = width * height;
        int left = Math.clamp(Math.round(middleX - reaches[place]), 0, pictureWidth - 1);
        int top = Math.clamp(Math.round(middleY - reaches[plane + place]), 0, pictureHeight - 1);
        return new Box(
                left,
                top,
                Math.clamp(Math.round(middleX + reaches[2 * plane + place]), left + 1, pictureWidth),
                Math.clamp(Math.round(middleY + reaches[3 * plane + place]), top + 1, pictureHeight));
    }
}
