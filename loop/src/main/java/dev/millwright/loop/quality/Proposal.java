package dev.millwright.loop.quality;

import dev.millwright.plant.Box;
import dev.millwright.plant.Point;
import java.util.List;

/**
 * What a click on a picture seems to mean.
 *
 * @param outline corners of a polygon around it, in order; on the corners of pixels
 */
public record Proposal(Box box, int areaPixels, List<Point> outline, double millis) {

    public Proposal {
        outline = List.copyOf(outline);
    }
}
