package dev.millwright.vision.evaluation;

import dev.millwright.vision.image.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of each defect's region a map covers, over thresholds (AU-PRO, Bergmann 2021): the mean overlap of all regions,
 * integrated over the share of good pixels that are wrongly covered, up to a limit, and divided by that limit.
 */
public final class RegionOverlap {
    private final List<float[]> regions = new ArrayList<>();
    private final List<float[]> grounds = new ArrayList<>();

    /**
     * Takes in an image.
     *
     * @param map row by row
     * @param mask where its defects are, row by row
     */
    public void add(float[] map, boolean[] mask, int width) {
        if (map.length != mask.length) {
            throw new IllegalArgumentException(
                    "a map of %d pixels with a mask of %d\nGive both one size.".formatted(map.length, mask.length));
        }
        var labels = Labels.of(mask, width);
        var areas = labels.areas();
        var values = new float[areas.length][];
        for (int label = 0; label < areas.length; label++) {
            values[label] = new float[areas[label]];
        }
        var filled = new int[areas.length];
        for (int i = 0; i < map.length; i++) {
            int label = labels.at(i);
            values[label][filled[label]++] = map[i];
        }
        grounds.add(values[0]);
        for (int label = 1; label < values.length; label++) {
            Arrays.sort(values[label]);
            regions.add(values[label]);
        }
    }

    /** The area up to a share of wrongly covered pixels, over that share. */
    public double area(double mostWrong) {
        if (regions.isEmpty() || grounds.stream().allMatch(ground -> ground.length == 0) || !(mostWrong > 0)) {
            throw new IllegalArgumentException(
                    "%d regions up to %s\nGive images with defects and with none, and a share above 0."
                            .formatted(regions.size(), mostWrong));
        }
        var ground = sortedGround();
        // Every threshold at which the overlap changes, from the highest on.
        var events = new ArrayList<float[]>();
        for (int region = 0; region < regions.size(); region++) {
            for (float value : regions.get(region)) {
                events.add(new float[] {value, 1f / regions.get(region).length});
            }
        }
        events.sort((a, b) -> Float.compare(b[0], a[0]));
        double overlap = 0;
        double area = 0;
        double wrong = 0;
        for (int i = 0; i < events.size(); ) {
            float threshold = events.get(i)[0];
            double wrongHere = Math.min(mostWrong, (double) above(ground, threshold) / ground.length);
            area += overlap / regions.size() * (wrongHere - wrong);
            wrong = wrongHere;
            while (i < events.size() && events.get(i)[0] == threshold) {
                overlap += events.get(i++)[1];
            }
        }
        area += overlap / regions.size() * (mostWrong - wrong);
        return area / mostWrong;
    }

    private float[] sortedGround() {
        var ground = new float[grounds.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (var each : grounds) {
            System.arraycopy(each, 0, ground, at, each.length);
            at += each.length;
        }
        Arrays.sort(ground);
        return ground;
    }

    /** How many values lie above, or at, a threshold. */
    private static int above(float[] sorted, float threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }
}
