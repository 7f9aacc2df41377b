package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Finding;
import java.util.List;

/** Average precision of findings on boards, by type of defect, as {@link BoxPrecision} counts it. */
public final class AveragePrecision {
    private final BoxPrecision boxes;

    /** Findings are right that overlap a defect by more than this. */
    public AveragePrecision(double iou) {
        boxes = new BoxPrecision(iou);
    }

    /** Adds a board. */
    public void add(List<Finding> findings, List<Defect> defects) {
        boxes.add(
                findings.stream()
                        .map(each -> new BoxPrecision.Told(each.type().name(), each.score(), each.box()))
                        .toList(),
                defects.stream()
                        .map(each -> new BoxPrecision.Told(each.type().name(), 1, each.box()))
                        .toList());
    }

    /** Of one type, 0 to 1; 0 when no such defect was there. */
    public double of(DefectType type) {
        return boxes.of(type.name());
    }

    /** The mean over the types that were there. */
    public double mean() {
        return boxes.mean();
    }
}
