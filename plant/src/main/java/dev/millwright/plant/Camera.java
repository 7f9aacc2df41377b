package dev.millwright.plant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A camera that looks at parts leaving a machine.
 *
 * @param mmPerPixel how many millimetres of the part one pixel shows; null where nobody measured it
 * @param severity rules by type of defect; where there is none the inspector's own severity stands
 * @param model the trained model that looks at its pictures, by name; null: pictures are compared with templates
 * @param passing types of finding that reject no part, such as a classifier's {@code good}
 */
public record Camera(
        String id,
        EquipmentId machine,
        int widthPixels,
        int heightPixels,
        double defectRate,
        @Nullable Double mmPerPixel,
        Map<String, SeverityRule> severity,
        @Nullable String model,
        List<String> passing) {

    /** What classifiers call parts without a defect, where the plant file does not say. */
    public static final List<String> USUALLY_PASSING = List.of("good", "ok", "normal", "no-defect");

    /** A camera of unknown scale that compares with templates, with the inspector's own rules of severity. */
    public Camera(String id, EquipmentId machine, int widthPixels, int heightPixels, double defectRate) {
        this(id, machine, widthPixels, heightPixels, defectRate, null, Map.of(), null, USUALLY_PASSING);
    }

    public Camera {
        severity = Map.copyOf(severity);
        passing = List.copyOf(passing);
        if (model != null && !model.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw new IllegalArgumentException(
                    "Camera '%s' asks the model '%s'.\nName it as 'train vision --name' does: small letters, digits and dashes, as lid-scratches."
                            .formatted(id, model));
        }
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
