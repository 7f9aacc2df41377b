package dev.millwright.vision;

import dev.millwright.vision.detection.Candidates;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.detection.Judgement;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.difference.Extent;
import dev.millwright.vision.image.Location;
import java.util.List;

/** Tells what a difference is by a trained model, and gives the reason that its surroundings offer. */
record Trained(Judge judge, InspectorSettings settings) implements Expert {

    @Override
    public List<Finding> findings(Comparison comparison) {
        return judge.judge(comparison, Candidates.of(comparison, settings.mergeGapPx())).stream()
                .map(judgement -> finding(judgement, comparison))
                .toList();
    }

    private Finding finding(Judgement judgement, Comparison comparison) {
        var type = DefectType.valueOf(judgement.label());
        var blob = judgement.difference();
        var surroundings = Surroundings.of(blob, comparison.image(), comparison.template(), settings);
        return new Finding(
                type,
                judgement.box(),
                blob.area(),
                judgement.probability(),
                settings.severity().of(type, blob.area()),
                Location.of(blob.box, comparison.image().width, comparison.image().height),
                surroundings.reason(type, blob.area()),
                Extent.of(blob));
    }
}
