package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Finding;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well findings meet known defects over many boards. A finding is right when its box overlaps a defect's by more
 * than the set's IoU, each defect once, surest findings first; "typed" figures ask for the same type as well.
 *
 * @param boards boards judged
 * @param defects defects that are there
 * @param findings findings told
 * @param found defects found, whatever they were called
 * @param foundTyped defects found and called by their name
 * @param confusion for each true type, what its found defects were called
 * @param defectsByType defects that are there, by type
 */
public record DetectionScore(
        int boards,
        int defects,
        int findings,
        int found,
        int foundTyped,
        Map<DefectType, Map<DefectType, Integer>> confusion,
        Map<DefectType, Integer> defectsByType) {
    /** The overlap that DeepPCB's protocol asks for. */
    public static final double IOU = 0.33;

    /** Found defects among those that are there; 1 when there are none. */
    public double recall() {
        return ratio(found, defects);
    }

    /** Right findings among all; 1 when there are none. */
    public double precision() {
        return ratio(found, findings);
    }

    /** The harmonic mean of recall and precision. */
    public double f() {
        return harmonic(recall(), precision());
    }

    /** Recall that asks for the right type too. */
    public double recallTyped() {
        return ratio(foundTyped, defects);
    }

    /** Precision that asks for the right type too. */
    public double precisionTyped() {
        return ratio(foundTyped, findings);
    }

    /** F as DeepPCB's protocol means it: right box and right type. */
    public double fTyped() {
        return harmonic(recallTyped(), precisionTyped());
    }

    /** Findings that meet no defect, for each board. */
    public double falseFindingsPerBoard() {
        return boards == 0 ? 0 : (findings - found) / (double) boards;
    }

    /** Recall of one type, whatever its defects were called. */
    public double recall(DefectType type) {
        int met = confusion.getOrDefault(type, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return ratio(met, defectsByType.getOrDefault(type, 0));
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }

    /** Gathers a score, board by board. */
    public static final class Tally {
        private final Map<DefectType, Map<DefectType, Integer>> confusion = new EnumMap<>(DefectType.class);
        private final Map<DefectType, Integer> byType = new EnumMap<>(DefectType.class);
        private int boards;
        private int defects;
        private int findings;
        private int found;
        private int foundTyped;

        /** Adds a board; the findings come the surest first. */
        public void add(List<Finding> told, List<Defect> known) {
            boards++;
            defects += known.size();
            findings += told.size();
            known.forEach(defect -> byType.merge(defect.type(), 1, Integer::sum));
            var free = new boolean[known.size()];
            var freeTyped = new boolean[known.size()];
            Arrays.fill(free, true);
            Arrays.fill(freeTyped, true);
            for (var finding : told) {
                int match = match(finding, known, free, false);
                if (match >= 0) {
                    found++;
                    confusion
                            .computeIfAbsent(known.get(match).type(), type -> new EnumMap<>(DefectType.class))
                            .merge(finding.type(), 1, Integer::sum);
                }
                if (match(finding, known, freeTyped, true) >= 0) {
                    foundTyped++;
                }
            }
        }

        public DetectionScore score() {
            return new DetectionScore(
                    boards, defects, findings, found, foundTyped, Map.copyOf(confusion), Map.copyOf(byType));
        }

        /** The free defect that a finding overlaps best, which it takes; -1 for none. */
        private static int match(Finding finding, List<Defect> known, boolean[] free, boolean typed) {
            int best = -1;
            double most = IOU;
            for (int i = 0; i < free.length; i++) {
                double iou = finding.box().iou(known.get(i).box());
                if (free[i] && iou > most && (!typed || known.get(i).type() == finding.type())) {
                    most = iou;
                    best = i;
                }
            }
            if (best >= 0) {
                free[best] = false;
            }
            return best;
        }
    }
}
