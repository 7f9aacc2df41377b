package dev.millwright.vision;

import dev.millwright.vision.detection.Sureness;
import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.difference.Extent;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Location;
import java.util.List;

/** Tells what a difference is by the pieces of copper and of bare board that it touches. */
record Rules(InspectorSettings settings) implements Expert {
    /** Rules take jitter for defects where it is thick: they are shown little of it. */
    private static final int THICKNESS_PX = 3;

    @Override
    public List<Finding> findings(Comparison comparison) {
        return comparison.differences(settings.mergeGapPx(), THICKNESS_PX).stream()
                .map(blob -> finding(blob, comparison))
                .toList();
    }

    private Finding finding(Blob blob, Comparison comparison) {
        int width = comparison.image().width;
        int height = comparison.image().height;
        var surroundings = Surroundings.of(blob, comparison.image(), comparison.template(), settings);
        var type = surroundings.type(blob.extra);
        return new Finding(
                type,
                box(blob.box, width, height),
                blob.area(),
                Sureness.of(blob, comparison.template()),
                settings.severity().of(type, blob.area()),
                Location.of(blob.box, width, height),
                surroundings.reason(type, blob.area()),
                Extent.of(blob));
    }

    /** The margin people leave around a defect, and more around a tiny one. */
    private Box box(Box tight, int width, int height) {
        int across = Math.max(settings.marginPx(), (settings.leastSidePx() - tight.width() + 1) / 2);
        int down = Math.max(settings.marginPx(), (settings.leastSidePx() - tight.height() + 1) / 2);
        return new Box(
                Math.max(0, tight.left() - across),
                Math.max(0, tight.top() - down),
                Math.min(width, tight.right() + across),
                Math.min(height, tight.bottom() + down));
    }
}
