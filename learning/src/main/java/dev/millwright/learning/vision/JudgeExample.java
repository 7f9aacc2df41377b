package dev.millwright.learning.vision;

import dev.millwright.vision.Defect;
import dev.millwright.vision.detection.Margins;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.Box;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference of an image from its template, and what people said of it.
 *
 * @param defect the defect that it is part of; null: none
 */
record JudgeExample(
        Comparison comparison, Blob difference, @Nullable Defect defect) {
    /** What people's boxes may miss of a difference's centre. */
    private static final int SLACK_PX = 4;

    /**
     * Examples of differences. Of several within the box of one defect only those count that are at least half as large as the
     * largest: smaller ones are jitter of an edge nearby, or crumbs of the defect, and nobody knows which.
     */
    static List<JudgeExample> of(Comparison comparison, List<Blob> differences, List<Defect> defects) {
        var all = differences.stream()
                .map(difference -> new JudgeExample(comparison, difference, nearest(difference.box, defects)))
                .toList();
        var largest = new HashMap<Defect, Integer>();
        all.forEach(example -> {
            if (example.defect() != null) {
                largest.merge(example.defect(), example.difference().area(), Math::max);
            }
        });
        return all.stream()
                .filter(example -> example.defect() == null
                        || 2 * example.difference().area() >= largest.getOrDefault(example.defect(), 0))
                .toList();
    }

    /** How far the drawn box reaches beyond the difference; nothing for no defect. */
    Margins margins() {
        return defect == null ? new Margins(0, 0, 0, 0) : Margins.between(difference.box, defect.box());
    }

    /** The defect whose box holds the centre of a difference; of several the one whose centre is nearest. */
    private static @Nullable Defect nearest(Box difference, List<Defect> defects) {
        Defect nearest = null;
        double least = Double.MAX_VALUE;
        double x = (difference.left() + difference.right()) / 2.0;
        double y = (difference.top() + difference.bottom()) / 2.0;
        for (var defect : defects) {
            var box = defect.box();
            boolean inside = x > box.left() - SLACK_PX
                    && x < box.right() + SLACK_PX
                    && y > box.top() - SLACK_PX
                    && y < box.bottom() + SLACK_PX;
            double distance = Math.hypot(x - (box.left() + box.right()) / 2.0, y - (box.top() + box.bottom()) / 2.0);
            if (inside && distance < least) {
                nearest = defect;
                least = distance;
            }
        }
        return nearest;
    }
}
