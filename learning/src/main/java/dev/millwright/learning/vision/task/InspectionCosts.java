package dev.millwright.learning.vision.task;

import dev.millwright.learning.vision.layout.GoodPictures;
import dev.millwright.vision.anomaly.AnomalyModel;
import dev.millwright.vision.evaluation.CostThreshold;
import dev.millwright.vision.image.FrameReader;
import java.util.Locale;

/**
 * What wrong verdicts cost, in any unit.
 *
 * @param badShare of parts that are bad, 0 to 1
 * @param escape of a bad part that passes
 * @param falseReject of a good part that is rejected
 */
public record InspectionCosts(double badShare, double escape, double falseReject) {

    /**
     * The same model with the limit at which escapes and false rejects cost least, by the good pictures that nothing was learned from
     * and by the bad ones that there are.
     *
     * @param onnx the file of an {@link AnomalyModel}
     * @throws IllegalArgumentException when there are no bad pictures
     */
    byte[] limited(byte[] onnx, GoodPictures set) {
        try (var model = AnomalyModel.read(onnx, "the trained model")) {
            var detector = model.detector();
            var good = detector.calibration().images().scores();
            var bad = set.test().stream()
                    .filter(each -> !each.good())
                    .mapToDouble(each -> detector.inspect(FrameReader.standard().readColour(each.image()))
                            .score())
                    .toArray();
            double rejected =
                    CostThreshold.of(good, bad, badShare, escape, falseReject).falseRejectRate();
            return model.rejecting((1 + rejected * good.length) / (1 + good.length));
        }
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "costs least where an escape costs %s, a false reject %s and %s of parts are bad; chosen with the bad pictures that it is"
                        + " judged by, so that the share of them that passes flatters",
                escape,
                falseReject,
                badShare);
    }
}
