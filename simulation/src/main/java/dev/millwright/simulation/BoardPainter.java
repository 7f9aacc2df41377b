package dev.millwright.simulation;

import java.util.List;

/** Paints what a camera sees: a part with the named defects, and a good one to compare it with. */
@FunctionalInterface
public interface BoardPainter {

    Painted paint(long seed, List<String> defectTypes);

    /** Both pictures, PNG or JPEG. */
    @SuppressWarnings("ArrayRecordComponent") // image bytes travel as they are; pictures are never compared
    record Painted(byte[] image, byte[] template) {}
}
