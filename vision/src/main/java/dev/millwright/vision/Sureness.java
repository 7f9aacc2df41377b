package dev.millwright.vision;

/**
 * How probable it is that a blob is a defect rather than the jitter of an edge: a logistic regression over its shape,
 * fitted to the 2,621 blobs of DeepPCB's train part. Jitter is long and thin, defects are compact.
 */
final class Sureness {
    private static final double BIAS = -7.756;
    private static final double LOG_AREA = 8.016;
    private static final double LOG_DEPTH = 3.171;
    private static final double LOG_SHORT_SIDE = 1.157;
    private static final double LOG_LONG_SIDE = -8.997;
    private static final double FILL = -2.403;
    private static final double EXTRA = -2.274;

    private Sureness() {}

    static double of(Blob blob) {
        int shortSide = Math.min(blob.box.width(), blob.box.height());
        int longSide = Math.max(blob.box.width(), blob.box.height());
        double logit = BIAS
                + LOG_AREA * Math.log(blob.area())
                + LOG_DEPTH * Math.log(blob.depth())
                + LOG_SHORT_SIDE * Math.log(shortSide)
                + LOG_LONG_SIDE * Math.log(longSide)
                + FILL * blob.area() / blob.box.area()
                + (blob.extra ? EXTRA : 0);
        return 1 / (1 + Math.exp(-logit));
    }
}
