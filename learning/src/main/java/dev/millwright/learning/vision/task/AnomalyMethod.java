package dev.millwright.learning.vision.task;

import java.util.Locale;

/** How what is unlike good pictures can be learned. */
public enum AnomalyMethod {
    /** Patches of good pictures are remembered: a matter of a minute, and best for parts that lie alone. */
    MEMORY,
    /** A network learns to mark defects that are drawn into good pictures: ten minutes, and best for surfaces. */
    DRAWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
