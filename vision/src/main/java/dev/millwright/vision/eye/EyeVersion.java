package dev.millwright.vision.eye;

/**
 * A version of a trained model that looks at pictures.
 *
 * @param active whether what it says counts; a shadow is asked beside it
 * @param eye open as long as the version may be asked
 */
public record EyeVersion(String name, String version, boolean active, Eye eye) {

    /** As events name it. */
    public String title() {
        return name + " " + version;
    }
}
