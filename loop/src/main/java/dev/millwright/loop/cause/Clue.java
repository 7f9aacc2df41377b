package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that defects of a type have in common, and how likely chance makes it so.
 *
 * @param parts the defective ones that have it in common
 * @param expected how many there would be by chance
 * @param station for {@code STATION}, the machine
 * @param others for {@code STATION}, machines that explain it as well
 * @param words for the other kinds, in words
 */
record Clue(
        Kind kind,
        String type,
        List<SeenPart> parts,
        double expected,
        double pValue,
        @Nullable EquipmentId station,
        List<EquipmentId> others,
        String words) {

    enum Kind {
        RATE,
        STATION,
        POSITION,
        LANE
    }

    Clue {
        parts = List.copyOf(parts);
        others = List.copyOf(others);
    }

    static Clue of(Kind kind, String type, List<SeenPart> parts, double expected, double pValue, String words) {
        return new Clue(kind, type, parts, expected, pValue, null, List.of(), words);
    }

    /** True when half of the parts of the smaller are parts of the other too: both tell of the same thing. */
    boolean overlaps(Clue other) {
        long common = parts.stream().filter(other.parts::contains).count();
        return 2 * common >= Math.min(parts.size(), other.parts.size());
    }
}
