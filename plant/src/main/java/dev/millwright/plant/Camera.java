package dev.millwright.plant;

/** A camera that looks at parts leaving a machine. */
public record Camera(String id, EquipmentId machine, int widthPixels, int heightPixels, double defectRate) {

    public Camera {
        if (defectRate < 0 || defectRate > 1) {
            throw new IllegalArgumentException(
                    "Camera '%s' has a defect rate of %s.\nA rate lies from 0 to 1.".formatted(id, defectRate));
        }
    }
}
