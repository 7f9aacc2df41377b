package dev.millwright.vision.quality;

/** What is measured of a picture to tell whether it is fit, with how far from usual it may be without anybody minding. */
public enum Trait {
    /** Mean grey value, 0 to 255. */
    BRIGHTNESS(Side.BOTH, 10),
    /** Standard deviation of the grey values. */
    CONTRAST(Side.LOW, 5),
    /** Natural logarithm of how much of the contrast lies in edges; a blur of any kind lowers it, light does not. */
    SHARPNESS(Side.LOW, 0.2),
    /** Share of pixels as black as can be. */
    BLACK(Side.HIGH, 0.02),
    /** Share of pixels as white as can be. */
    WHITE(Side.HIGH, 0.02),
    /** Population stability index of the grey values against those of good pictures. */
    UNLIKENESS(Side.HIGH, 0.1),
    /** Correlation with the template where both fit best, at most 1; no number where there is no template. */
    MATCH(Side.LOW, 0.05);

    /** On which side of usual a value speaks against a picture. */
    enum Side {
        LOW,
        HIGH,
        BOTH
    }

    private final Side side;
    private final double tolerance;

    Trait(Side side, double tolerance) {
        this.side = side;
        this.tolerance = tolerance;
    }

    /** A smaller deviation than this is never worth a refusal. */
    double tolerance() {
        return tolerance;
    }

    /** How far a value lies from usual on the side that matters; negative on the other. */
    double deviation(double value, double usual) {
        return switch (side) {
            case LOW -> usual - value;
            case HIGH -> value - usual;
            case BOTH -> Math.abs(value - usual);
        };
    }

    double value(PictureMeasures measures) {
        return switch (this) {
            case BRIGHTNESS -> measures.brightness();
            case CONTRAST -> measures.contrast();
            case SHARPNESS -> measures.sharpness();
            case BLACK -> measures.blackShare();
            case WHITE -> measures.whiteShare();
            case UNLIKENESS -> throw new IllegalArgumentException("UNLIKENESS is told against a reference alone");
            case MATCH -> measures.match();
        };
    }
}
