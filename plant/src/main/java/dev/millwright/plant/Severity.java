package dev.millwright.plant;

/** How much a defect matters. */
public enum Severity {
    MINOR,
    MODERATE,
    MAJOR,
    CRITICAL;

    /** The next worse one; CRITICAL stays. */
    public Severity worse() {
        return switch (this) {
            case MINOR -> MODERATE;
            case MODERATE -> MAJOR;
            case MAJOR, CRITICAL -> CRITICAL;
        };
    }
}
