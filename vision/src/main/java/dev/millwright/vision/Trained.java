package dev.millwright.vision;

import dev.millwright.vision.detection.Candidates;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.detection.Judgement;
import dev.millwright.vision.detection.Sureness;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.difference.Extent;
import dev.millwright.vision.image.Location;
import java.util.List;

/**
 * Tells what a difference is by a trained model and by rules: what both hold likely, in parts that were best on the
 * train pairs of DeepPCB for a model that learned from generated boards. Each errs on other boards, so that both together err less
 * than either; the figures are in docs/benchmarks/vision.md.
 */
record Trained(Judge judge, InspectorSettings settings) implements Expert {
    private static final double MODEL = 0.25;

    @Override
    public List<Finding> findings(Comparison comparison) {
        return judge.judge(comparison, Candidates.of(comparison, settings.mergeGapPx())).stream()
                .map(judgement -> finding(judgement, comparison))
                .toList();
    }

    private Finding finding(Judgement judgement, Comparison comparison) {
        var judged = DefectType.valueOf(judgement.label());
        var blob = judgement.difference();
        var surroundings = Surroundings.of(blob, comparison.image(), comparison.template(), settings);
        var ruled = surroundings.type(blob.extra);
        double byModel = MODEL * judgement.probability();
        double byRules = (1 - MODEL) * Sureness.of(blob, comparison.template());
        var type = byModel >= byRules ? judged : ruled;
        return new Finding(
                type,
                judgement.box(),
                blob.area(),
                judged == ruled ? byModel + byRules : Math.max(byModel, byRules),
                settings.severity().of(type, blob.area()),
                Location.of(blob.box, comparison.image().width, comparison.image().height),
                surroundings.reason(type, blob.area()),
                Extent.of(blob));
    }
}
