package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.EnumMap;

/**
 * Tells images unlike good ones, by what it learned from good ones alone: each patch of an image, in the features of a
 * network, is compared with the nearest of a bank of good patches, or else a network marks what does not belong. Immutable; it
 * may be asked from many threads at once.
 *
 * <p>Trained by {@link AnomalyTraining}, kept by {@link DetectorFile}.
 */
public final class AnomalyDetector {
    private final Look look;
    private final Calibration calibration;

    AnomalyDetector(Look look, Calibration calibration) {
        this.look = look;
        this.calibration = calibration;
    }

    /** Judges a grey image. */
    public AnomalyResult inspect(Frame image) {
        return inspect(ColourFrame.of(image));
    }

    /** Judges an image of the same kind, at the same scale, as the good ones. */
    public AnomalyResult inspect(ColourFrame image) {
        var view = look.view(image.grey());
        var placed = look.placed(image, view);
        var scores = new EnumMap<ImageScore, Double>(ImageScore.class);
        for (var kind : ImageScore.values()) {
            scores.put(kind, kind.of(placed));
        }
        double score = calibration.score().of(placed);
        double threshold = calibration.threshold();
        var map = view.onto(placed, image.width(), image.height());
        return new AnomalyResult(
                score > threshold ? AnomalyResult.Verdict.FAIL : AnomalyResult.Verdict.PASS,
                score,
                threshold,
                calibration.images().pValue(score),
                scores,
                map,
                AnomalyRegion.of(map, calibration.regionThreshold()));
    }

    /** How its thresholds came about. */
    public Calibration calibration() {
        return calibration;
    }

    /** The value of a map that is drawn at full heat: twice what stands out, or what no place exceeds. */
    public double fullHeat() {
        return Math.min(look.most(), 2 * calibration.regionThreshold());
    }

    /** The same that rejects another share of good images. */
    public AnomalyDetector rejecting(double falseRejectRate) {
        return new AnomalyDetector(look, calibration.rejecting(falseRejectRate));
    }

    /** Whether it turns a part before it looks at it. */
    public boolean aligned() {
        return look instanceof Recall recall && recall.memory().framing().aligned();
    }

    /** How many good patches it remembers; 0 when it tells by a network that marks. */
    public int patches() {
        return look.patches();
    }

    Look look() {
        return look;
    }
}
