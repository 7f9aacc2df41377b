package dev.millwright.vision.generator;

import dev.millwright.vision.Defect;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.util.List;

/**
 * A generated board.
 *
 * @param seed makes the same board again
 * @param template the board as it should be
 * @param image the board as the camera saw it
 * @param defects what is wrong with it, where it is in the image
 * @param offset how far the image lies from the template
 */
public record Board(long seed, Frame template, Frame image, List<Defect> defects, Offset offset) {
    public Board {
        defects = List.copyOf(defects);
    }
}
