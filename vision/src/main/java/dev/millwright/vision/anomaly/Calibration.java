package dev.millwright.vision.anomaly;

/**
 * What good images score that nothing was learned from, and the thresholds that follow.
 *
 * @param score what an image's score is made of
 * @param images the held-out good images' scores
 * @param peaks their maps' largest values
 * @param falseRejectRate the share of good images that may be rejected
 * @param threshold above which an image is rejected
 * @param regionThreshold above which a pixel belongs to a region: so high is the map of a good image anywhere as rarely
 */
public record Calibration(
        ImageScore score,
        Conformal images,
        Conformal peaks,
        double falseRejectRate,
        double threshold,
        double regionThreshold) {

    /** Thresholds of a rate. */
    static Calibration of(ImageScore score, Conformal images, Conformal peaks, double falseRejectRate) {
        return new Calibration(
                score,
                images,
                peaks,
                falseRejectRate,
                images.threshold(falseRejectRate),
                peaks.threshold(falseRejectRate));
    }

    Calibration rejecting(double otherRate) {
        return of(score, images, peaks, otherRate);
    }
}
