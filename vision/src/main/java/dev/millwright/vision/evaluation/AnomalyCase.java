package dev.millwright.vision.evaluation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A test image of which is known what is wrong with it.
 *
 * @param image the file
 * @param mask the file that shows where it is bad, white on black; null for a good image, or where nobody drew one
 * @param kind the kind of defect, or {@link #GOOD}
 */
public record AnomalyCase(Path image, @Nullable Path mask, String kind) {
    public static final String GOOD = "good";

    public boolean good() {
        return kind.equals(GOOD);
    }
}
