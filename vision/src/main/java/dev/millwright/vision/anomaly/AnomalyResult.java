package dev.millwright.vision.anomaly;

import java.util.List;
import java.util.Map;

/**
 * What a detector says of an image.
 *
 * @param verdict whether it is rejected
 * @param score the larger the less like a good image
 * @param threshold the score above which an image is rejected
 * @param pValue how many good images in one score as high or higher, by held-out good images
 * @param scores by every way of making a score, of which the detector uses one
 * @param map of the image's size
 * @param regions what stands out above anything in good images, worst first; may be empty for what is off as a whole
 */
public record AnomalyResult(
        Verdict verdict,
        double score,
        double threshold,
        double pValue,
        Map<ImageScore, Double> scores,
        AnomalyMap map,
        List<AnomalyRegion> regions) {

    /** Good or not. */
    public enum Verdict {
        PASS,
        FAIL
    }

    public AnomalyResult {
        scores = Map.copyOf(scores);
        regions = List.copyOf(regions);
    }
}
