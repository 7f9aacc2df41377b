package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Takes thresholds from good images that nothing was learned from. How an image's score is made is chosen by which tells defects best
 * that are drawn into them.
 */
final class Calibrating {
    private Calibrating() {}

    /** Shows it good images that it did not learn from, and the same with a drawn defect. */
    static Calibration of(
            Look look, List<ColourFrame> held, AnomalySettings settings, Consumer<AnomalyTraining.Progress> progress) {
        var random = new SplittableRandom(settings.seed());
        var good = new ArrayList<AnomalyMap>();
        var spoiled = new ArrayList<AnomalyMap>();
        for (var image : held) {
            good.add(look.placed(image));
            spoiled.add(look.placed(SyntheticDefects.spoil(image, random)));
            progress.accept(new AnomalyTraining.Progress("setting thresholds", good.size(), held.size()));
        }
        var score = Arrays.stream(ImageScore.values())
                .max(Comparator.comparingDouble(kind -> told(kind, good, spoiled)))
                .orElseThrow();
        return Calibration.of(
                score,
                Conformal.of(good.stream().mapToDouble(score::of).toArray()),
                Conformal.of(good.stream().mapToDouble(ImageScore.LARGEST::of).toArray()),
                settings.falseRejectRate());
    }

    /** How often a spoiled image scores higher than a good one: the area under the ROC curve. */
    private static double told(ImageScore kind, List<AnomalyMap> good, List<AnomalyMap> spoiled) {
        double[] low = good.stream().mapToDouble(kind::of).toArray();
        double[] high = spoiled.stream().mapToDouble(kind::of).toArray();
        double won = 0;
        for (double a : low) {
            for (double b : high) {
                won += b > a ? 1 : b == a ? 0.5 : 0;
            }
        }
        return won / (low.length * high.length);
    }
}
