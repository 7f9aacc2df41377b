package dev.millwright.vision.evaluation;

import dev.millwright.vision.Defect;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image and the template it is held against, as files.
 *
 * @param name tells the pair apart from others
 * @param defects what is known to be wrong with it; null when nobody annotated it
 */
public record BoardPair(
        String name, Path image, Path template, @Nullable List<Defect> defects) {
    /**
     * What is wrong with it.
     *
     * @throws IllegalArgumentException when nobody annotated it
     */
    public List<Defect> known() {
        if (defects == null) {
            throw new IllegalArgumentException(name + " has no list of boxes\nWrite one, or take the pair out.");
        }
        return defects;
    }
}
