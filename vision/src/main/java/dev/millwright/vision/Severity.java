package dev.millwright.vision;

/** How much a finding matters, mildest first. */
public enum Severity {
    MINOR,
    MODERATE,
    MAJOR,
    CRITICAL;

    /** The next worse one; CRITICAL stays. */
    Severity worse() {
        return switch (this) {
            case MINOR -> MODERATE;
            case MODERATE -> MAJOR;
            case MAJOR, CRITICAL -> CRITICAL;
        };
    }
}
