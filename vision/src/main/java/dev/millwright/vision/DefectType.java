package dev.millwright.vision;

import java.util.Locale;

/** What is wrong with a piece of copper, in the words of the DeepPCB data set. */
public enum DefectType {
    OPEN,
    SHORT,
    MOUSEBITE,
    SPUR,
    COPPER,
    PINHOLE;

    /** The type in words for a screen. */
    public String label() {
        return this == COPPER ? "spurious copper" : name().toLowerCase(Locale.ROOT);
    }
}
