package dev.millwright.vision.click;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Offset;
import java.util.List;

/**
 * What a click seems to mean.
 *
 * @param box the smallest around it
 * @param areaPx its pixels, holes filled
 * @param outline corners of a polygon around it, in order, on the corners of pixels; simplified by at most a pixel
 * @param contrast how many greys its edge stands out from one pixel to the next, on average
 */
public record ClickRegion(Box box, int areaPx, List<Offset> outline, double contrast) {
    public ClickRegion {
        outline = List.copyOf(outline);
    }
}
