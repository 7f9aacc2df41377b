package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import java.util.List;

/**
 * A part that was inspected, good or bad.
 *
 * @param serial as {@code LOT/NUMBER}
 * @param inspectedAt the machine it came from
 * @param defects what was found on it, less what people held for none, and what they saw besides
 */
public record SeenPart(
        String inspection, Instant time, String serial, EquipmentId inspectedAt, List<SeenDefect> defects) {

    public SeenPart {
        defects = List.copyOf(defects);
    }

    /**
     * A defect.
     *
     * @param x of its middle, as a fraction of the picture's width; no number where not known
     * @param y of its middle, as a fraction of the picture's height
     */
    public record SeenDefect(String type, double x, double y) {}

    boolean shows(String type) {
        return defects.stream().anyMatch(defect -> defect.type().equals(type));
    }

    String lot() {
        int slash = serial.lastIndexOf('/');
        return slash < 0 ? serial : serial.substring(0, slash);
    }

    /** The part's number in its lot; -1 where its serial has none. */
    int number() {
        String number = serial.substring(serial.lastIndexOf('/') + 1);
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
    }
}
