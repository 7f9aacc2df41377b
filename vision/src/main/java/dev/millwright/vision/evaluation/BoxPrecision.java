package dev.millwright.vision.evaluation;

import dev.millwright.vision.image.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Average precision as the Pascal VOC challenge has counted it since 2010 (Everingham et al. 2015): boxes of a kind over all
 * pictures, the surest first, each right when it overlaps a known one of that kind that no surer one has taken by more than the
 * given IoU; then the area under the curve of precision over recall, with each precision raised to the best at a higher recall.
 */
public final class BoxPrecision {
    /** A box that is told, or that is known, which is sure. */
    public record Told(String kind, double score, Box box) {}

    private record Hit(double score, boolean right) {}

    private final double iou;
    private final Map<String, List<Hit>> told = new TreeMap<>();
    private final Map<String, Integer> known = new TreeMap<>();

    /** Boxes are right that overlap a known one by more than this. */
    public BoxPrecision(double iou) {
        this.iou = iou;
    }

    /** Adds a picture. */
    public void add(List<Told> found, List<Told> there) {
        there.forEach(each -> known.merge(each.kind(), 1, Integer::sum));
        var free = new ArrayList<>(there);
        var surestFirst = found.stream()
                .sorted(Comparator.comparingDouble(Told::score).reversed())
                .toList();
        for (var each : surestFirst) {
            var best = best(each, free);
            if (best != null) {
                free.remove(best);
            }
            told.computeIfAbsent(each.kind(), _ -> new ArrayList<>()).add(new Hit(each.score(), best != null));
        }
    }

    private @Nullable Told best(Told found, List<Told> free) {
        Told best = null;
        double most = iou;
        for (var each : free) {
            double overlap = found.box().iou(each.box());
            if (each.kind().equals(found.kind()) && overlap > most) {
                best = each;
                most = overlap;
            }
        }
        return best;
    }

    /** Of one kind, 0 to 1; 0 when none was there. */
    public double of(String kind) {
        int there = known.getOrDefault(kind, 0);
        if (there == 0) {
            return 0;
        }
        var hits = new ArrayList<>(told.getOrDefault(kind, List.of()));
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        int[] right = new int[hits.size() + 1];
        for (int i = 0; i < hits.size(); i++) {
            right[i + 1] = right[i] + (hits.get(i).right() ? 1 : 0);
        }
        double area = 0;
        double best = 0;
        for (int i = hits.size(); i > 0; i--) {
            best = Math.max(best, right[i] / (double) i);
            area += best * (right[i] - right[i - 1]) / there;
        }
        return area;
    }

    /** The mean over the kinds that were there. */
    public double mean() {
        return known.keySet().stream().mapToDouble(this::of).average().orElse(0);
    }

    /** Right boxes among those at least so sure, of all kinds. */
    public int right(double threshold) {
        return (int) told.values().stream()
                .flatMap(List::stream)
                .filter(hit -> hit.right() && hit.score() >= threshold)
                .count();
    }

    /** Boxes at least so sure, of all kinds. */
    public int told(double threshold) {
        return (int) told.values().stream()
                .flatMap(List::stream)
                .filter(hit -> hit.score() >= threshold)
                .count();
    }

    /** How many were there of each kind that was. */
    public Map<String, Integer> known() {
        return Map.copyOf(known);
    }
}
