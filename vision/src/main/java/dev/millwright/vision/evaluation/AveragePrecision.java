package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Average precision as the Pascal VOC challenge has counted it since 2010 (Everingham et al. 2015): findings of a type over all
 * boards, the surest first, each right when it overlaps a defect of that type that no surer one has taken by more than the given
 * IoU; then the area under the curve of precision over recall, with each precision raised to the best at a higher recall.
 */
public final class AveragePrecision {
    private record Told(double score, boolean right) {}

    private final double iou;
    private final Map<DefectType, List<Told>> told = new EnumMap<>(DefectType.class);
    private final Map<DefectType, Integer> known = new EnumMap<>(DefectType.class);

    /** Findings are right that overlap a defect by more than this. */
    public AveragePrecision(double iou) {
        this.iou = iou;
    }

    /** Adds a board. */
    public void add(List<Finding> findings, List<Defect> defects) {
        defects.forEach(defect -> known.merge(defect.type(), 1, Integer::sum));
        var free = new ArrayList<>(defects);
        var surestFirst = findings.stream()
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .toList();
        for (var finding : surestFirst) {
            Defect best = null;
            double most = iou;
            for (var defect : free) {
                double overlap = finding.box().iou(defect.box());
                if (defect.type() == finding.type() && overlap > most) {
                    best = defect;
                    most = overlap;
                }
            }
            if (best != null) {
                free.remove(best);
            }
            told.computeIfAbsent(finding.type(), type -> new ArrayList<>())
                    .add(new Told(finding.score(), best != null));
        }
    }

    /** Of one type, 0 to 1; 0 when no such defect was there. */
    public double of(DefectType type) {
        int defects = known.getOrDefault(type, 0);
        if (defects == 0) {
            return 0;
        }
        var findings = new ArrayList<>(told.getOrDefault(type, List.of()));
        findings.sort(Comparator.comparingDouble(Told::score).reversed());
        int[] right = new int[findings.size() + 1];
        for (int i = 0; i < findings.size(); i++) {
            right[i + 1] = right[i] + (findings.get(i).right() ? 1 : 0);
        }
        double area = 0;
        double best = 0;
        for (int i = findings.size(); i > 0; i--) {
            best = Math.max(best, right[i] / (double) i);
            area += best * (right[i] - right[i - 1]) / defects;
        }
        return area;
    }

    /** The mean over the types that were there. */
    public double mean() {
        return known.keySet().stream().mapToDouble(this::of).average().orElse(0);
    }
}
