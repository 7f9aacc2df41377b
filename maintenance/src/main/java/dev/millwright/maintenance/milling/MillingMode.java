package dev.millwright.maintenance.milling;

/** The ways in which a milling machine of AI4I 2020 fails; a row may be of several. */
public enum MillingMode {
    /** The tool is worn out at a chance time between 200 and 240 minutes of use. */
    TWF("tool wear"),
    /** Air and process are too close, and the spindle too slow to cool. */
    HDF("heat dissipation"),
    /** Torque times speed is too little or too much. */
    PWF("power"),
    /** Wear times torque is too much for the grade. */
    OSF("overstrain"),
    /** By chance alone, one process in a thousand. */
    RNF("random");

    private final String words;

    MillingMode(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }
}
