package dev.millwright.vision.anomaly;

import java.util.List;

/**
 * What a detector says of an image.
 *
 * @param verdict whether it is rejected
 * @param score the larger the less like a good image
 * @param threshold the score above which an image is rejected
 * @param pValue how many good images in one score as high or higher, by held-out good images
 * @param map of the image's size
 * @param regions what stands out above anything in good images, worst first; may be empty for what is off as a whole
 */
public record AnomalyResult(
        Verdict verdict, double score, double threshold, double pValue, AnomalyMap map, List<AnomalyRegion> regions) {

    /** Good or not. */
    public enum Verdict {
        PASS,
        FAIL
    }

    public AnomalyResult {
        regions = List.copyOf(regions);
    }
}
