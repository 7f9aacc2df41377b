package dev.millwright.learning.vision.layout;

import java.nio.file.Path;
import java.util.List;

/**
 * A picture and all that people have drawn around in it.
 *
 * @param picture its file
 * @param boxes none where people say that there is nothing
 */
public record LabelledPicture(Path picture, List<LabelledBox> boxes) {
    public LabelledPicture {
        boxes = List.copyOf(boxes);
    }
}
