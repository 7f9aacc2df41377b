package dev.millwright.plant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A camera that looks at parts leaving a machine.
 *
 * @param mmPerPixel how many millimetres of the part one pixel shows; null where nobody measured it
 * @param severity rules by type of defect; where there is none the inspector's own severity stands
 */
public record Camera(
        String id,
        EquipmentId machine,
        int widthPixels,
        int heightPixels,
        double defectRate,
        @Nullable Double mmPerPixel,
        Map<String, SeverityRule> severity) {

    /** A camera of unknown scale, with the inspector's own rules of severity. */
    public Camera(String id, EquipmentId machine, int widthPixels, int heightPixels, double defectRate) {
        this(id, machine, widthPixels, heightPixels, defectRate, null, Map.of());
    }

    public Camera {
        severity = Map.copyOf(severity);
        if (defectRate < 0 || defectRate > 1) {
            throw new IllegalArgumentException(
                    "Camera '%s' has a defect rate of %s.\nA rate lies from 0 to 1.".formatted(id, defectRate));
        }
        if (mmPerPixel != null && !(mmPerPixel > 0 && mmPerPixel <= 1000)) {
            throw new IllegalArgumentException(
                    "Camera '%s' shows %s mm a pixel.\nGive a number above 0, such as 0.05 for a pixel of 50 micrometres."
                            .formatted(id, mmPerPixel));
        }
    }
}
