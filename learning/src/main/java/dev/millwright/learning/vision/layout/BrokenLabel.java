package dev.millwright.learning.vision.layout;

import java.nio.file.Path;

/**
 * A label that cannot be what its author meant.
 *
 * @param file it stands in
 * @param line of the file, from 1
 * @param words what is wrong, and a cure
 */
public record BrokenLabel(Path file, int line, String words) {

    /** For people, one line, as compilers tell it. */
    public String text() {
        return "%s:%d: %s".formatted(file, line, words);
    }
}
