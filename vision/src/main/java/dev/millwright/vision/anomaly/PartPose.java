package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Labels;
import dev.millwright.vision.image.Scaling;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a single part lies on an even ground.
 *
 * @param x middle of the part's extents, pixels
 * @param y middle of the part's extents, pixels
 * @param cos of the angle of its long axis, which points from the heavy end to the light one
 * @param sin of the same angle
 * @param length along the axis, pixels
 * @param width across it, pixels
 * @param areaPx pixels of the part
 */
record PartPose(double x, double y, double cos, double sin, double length, double width, double areaPx) {
    private static final int WORKING_PX = 256;
    private static final int RIM_PX = 4;
    /** Of Otsu's threshold: a part's rims are less unlike the ground than its middle. */
    private static final double EASED = 0.8;

    private static final int LEVELS = 256;

    /** Where the part lies; null when nothing stands out. */
    static @Nullable PartPose find(Frame frame) {
        var small = Scaling.thumbnail(frame, WORKING_PX);
        var mask = mask(small);
        var labels = Labels.of(mask, small.width());
        if (labels.count() == 0) {
            return null;
        }
        var areas = labels.areas();
        int largest = 1;
        for (int label = 2; label < areas.length; label++) {
            largest = areas[label] > areas[largest] ? label : largest;
        }
        double scale = (double) frame.width() / small.width();
        var pose = of(labels, largest, areas[largest], small);
        return new PartPose(
                pose.x * scale,
                pose.y * scale,
                pose.cos,
                pose.sin,
                pose.length * scale,
                pose.width * scale,
                pose.areaPx * scale * scale);
    }

    /** Pixels unlike the image's rim. */
    private static boolean[] mask(Frame frame) {
        int ground = ground(frame);
        var unlike = new int[frame.width() * frame.height()];
        var histogram = new int[LEVELS];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int difference = Math.abs(softened(frame, x, y) - ground);
                unlike[y * frame.width() + x] = difference;
                histogram[difference]++;
            }
        }
        double threshold = EASED * threshold(histogram, unlike.length);
        var mask = new boolean[unlike.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = unlike[i] > threshold;
        }
        return mask;
    }

    private static int softened(Frame frame, int x, int y) {
        int sum = 0;
        for (int v = y - 1; v <= y + 1; v++) {
            for (int u = x - 1; u <= x + 1; u++) {
                sum += frame.grey(Math.clamp(u, 0, frame.width() - 1), Math.clamp(v, 0, frame.height() - 1));
            }
        }
        return sum / 9;
    }

    private static int ground(Frame frame) {
        var rim = new int[frame.width() * frame.height()];
        int count = 0;
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int off = Math.min(Math.min(x, frame.width() - 1 - x), Math.min(y, frame.height() - 1 - y));
                if (off < RIM_PX) {
                    rim[count++] = frame.grey(x, y);
                }
            }
        }
        Arrays.sort(rim, 0, count);
        return rim[count / 2];
    }

    /** Otsu's: parts the levels into the two most different halves. */
    private static int threshold(int[] histogram, int total) {
        double sum = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += (double) level * histogram[level];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int threshold = 0;
        for (int level = 0; level < LEVELS - 1; level++) {
            below += histogram[level];
            sumBelow += (double) level * histogram[level];
            if (below > 0 && below < total) {
                double apart = sumBelow / below - (sum - sumBelow) / (total - below);
                double variance = below * (total - below) * apart * apart;
                if (variance > best) {
                    best = variance;
                    threshold = level;
                }
            }
        }
        return threshold;
    }

    /** The axis of greatest spread; the heavy end is the one that spreads less far (third moment). */
    private static PartPose of(Labels labels, int label, int area, Frame frame) {
        var xs = new double[area];
        var ys = new double[area];
        int count = 0;
        for (int i = 0; i < frame.width() * frame.height(); i++) {
            if (labels.at(i) == label) {
                int row = i / frame.width();
                xs[count] = i - row * frame.width();
                ys[count++] = row;
            }
        }
        double meanX = Arrays.stream(xs).average().orElseThrow();
        double meanY = Arrays.stream(ys).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < area; i++) {
            xx += (xs[i] - meanX) * (xs[i] - meanX);
            xy += (xs[i] - meanX) * (ys[i] - meanY);
            yy += (ys[i] - meanY) * (ys[i] - meanY);
        }
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double third = 0;
        double[] span = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < area; i++) {
            double along = (xs[i] - meanX) * cos + (ys[i] - meanY) * sin;
            double across = (ys[i] - meanY) * cos - (xs[i] - meanX) * sin;
            third += along * along * along;
            span[0] = Math.min(span[0], along);
            span[1] = Math.max(span[1], along);
            span[2] = Math.min(span[2], across);
            span[3] = Math.max(span[3], across);
        }
        double along = (span[0] + span[1]) / 2;
        double across = (span[2] + span[3]) / 2;
        int sign = third < 0 ? -1 : 1;
        return new PartPose(
                meanX + along * cos - across * sin,
                meanY + along * sin + across * cos,
                sign * cos,
                sign * sin,
                span[1] - span[0] + 1,
                span[3] - span[2] + 1,
                area);
    }
}
