package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Which window of an image the network sees. A single long part on an even ground is turned until it lies along the picture
 * and cut out, at one scale; of anything else the whole image is shown, stretched to a square.
 *
 * @param aligned whether the part is turned
 * @param spanX of an aligned window along the part, pixels of the image; 0 when whole
 * @param spanY of an aligned window across the part, pixels of the image; 0 when whole
 * @param scale pixels of the picture for each pixel of the image; the square's side when whole
 */
record Framing(boolean aligned, double spanX, double spanY, double scale) {
    private static final int LOOKED_AT = 64;
    private static final double MARGIN = 1.08;
    private static final double LEAST_SLENDER = 1.5;
    /** Of the middle area and extents, how far a single good part may be off. */
    private static final double MOST_OFF = 0.35;

    private static final double LARGEST_SHARE = 0.5;
    private static final int MOST_PX = 1024;

    /** Looks at good images and decides. */
    static Framing learn(List<Frame> frames, AnomalySettings settings) {
        double budget = (double) settings.sidePx() * settings.sidePx();
        if (settings.align()) {
            var poses = poses(frames);
            if (!poses.isEmpty()) {
                double length = MARGIN
                        * poses.stream().mapToDouble(PartPose::length).max().orElseThrow();
                double width = MARGIN
                        * poses.stream().mapToDouble(PartPose::width).max().orElseThrow();
                return new Framing(true, length, width, Math.sqrt(budget / (length * width)));
            }
        }
        return new Framing(false, 0, 0, settings.sidePx());
    }

    /** Those of the images, if all show the same single long part; else none. */
    private static List<PartPose> poses(List<Frame> frames) {
        var poses = new ArrayList<PartPose>();
        int every = Math.max(1, frames.size() / LOOKED_AT);
        for (int i = 0; i < frames.size(); i += every) {
            var frame = frames.get(i);
            var pose = PartPose.find(frame);
            if (pose == null
                    || pose.length() < LEAST_SLENDER * pose.width()
                    || pose.areaPx() > LARGEST_SHARE * frame.width() * frame.height()) {
                return List.of();
            }
            poses.add(pose);
        }
        double area = middle(poses.stream().mapToDouble(PartPose::areaPx).toArray());
        double length = middle(poses.stream().mapToDouble(PartPose::length).toArray());
        return poses.stream().allMatch(pose -> near(pose.areaPx(), area) && near(pose.length(), length))
                ? poses
                : List.of();
    }

    private static boolean near(double value, double middle) {
        return Math.abs(value - middle) <= MOST_OFF * middle;
    }

    private static double middle(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The window of an image. */
    View view(Frame frame) {
        var pose = aligned ? PartPose.find(frame) : null;
        if (pose == null) {
            int side = multiple(aligned ? Math.sqrt(spanX * spanY) * scale : scale);
            return View.whole(frame, side, side);
        }
        return View.turned(
                multiple(spanX * scale),
                multiple(spanY * scale),
                pose.x() + 0.5,
                pose.y() + 0.5,
                pose.cos() / scale,
                pose.sin() / scale);
    }

    private static int multiple(double pixels) {
        int each = Backbone.MULTIPLE_PX;
        return Math.clamp((long) Math.ceil(pixels / each - 0.25) * each, each, MOST_PX);
    }
}
