package dev.millwright.vision.eye;

import dev.millwright.plant.Severity;

/**
 * How much a finding matters whose type nobody has given a rule: by the share of the picture that it covers, minor below a
 * thousandth, moderate below a hundredth, else major. A plant's own rules take its place.
 */
final class UsualSeverity {
    private static final double MODERATE = 0.001;
    private static final double MAJOR = 0.01;

    private UsualSeverity() {}

    static Severity of(int areaPx, int width, int height) {
        double share = (double) areaPx / ((long) width * height);
        return share < MODERATE ? Severity.MINOR : share < MAJOR ? Severity.MODERATE : Severity.MAJOR;
    }
}
