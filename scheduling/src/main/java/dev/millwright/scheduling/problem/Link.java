package dev.millwright.scheduling.problem;

/** How closely an operation follows another. */
public enum Link {
    /** Any time after. */
    PLAIN,
    /** At the very moment it could: glowing steel, wet paint. */
    NO_WAIT,
    /** Any time after, and the part stays on its machine until then: no room to put it down. */
    BLOCKING
}
