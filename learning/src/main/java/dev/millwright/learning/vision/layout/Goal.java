package dev.millwright.learning.vision.layout;

import java.util.Locale;

/** What can be learned from pictures. */
public enum Goal {
    /** To tell what is unlike good pictures. */
    ANOMALY,
    /** To tell which of several kinds a picture shows. */
    CLASSIFY,
    /** To find defects and say of which kind each is. */
    DETECT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
