package dev.millwright.vision.detection;

import dev.millwright.vision.difference.BitMask;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Reach;

/**
 * How probable it is that a blob is a defect rather than the jitter of an edge: a logistic regression over its shape and
 * its reach, fitted to the blobs of DeepPCB's train part. Jitter is long, thin and close to an edge; defects are
 * compact and reach away from it.
 */
public final class Sureness {
    private static final double BIAS = -8.893;
    private static final double LOG_AREA = 6.079;
    private static final double LOG_DEPTH = 0.846;
    private static final double LOG_SHORT_SIDE = 0.967;
    private static final double LOG_LONG_SIDE = -7.587;
    private static final double FILL = -1.171;
    private static final double EXTRA = -2.563;

    private static final double LOG_REACH = 4.389;

    private Sureness() {}

    /** Between 0 and 1. */
    public static double of(Blob blob, BitMask template) {
        int shortSide = Math.min(blob.box.width(), blob.box.height());
        int longSide = Math.max(blob.box.width(), blob.box.height());
        double logit = BIAS
                + LOG_AREA * Math.log(blob.area())
                + LOG_DEPTH * Math.log(blob.depth())
                + LOG_SHORT_SIDE * Math.log(shortSide)
                + LOG_LONG_SIDE * Math.log(longSide)
                + FILL * blob.area() / blob.box.area()
                + LOG_REACH * Math.log(Reach.of(blob, template))
                + (blob.extra ? EXTRA : 0);
        return 1 / (1 + Math.exp(-logit));
    }
}
