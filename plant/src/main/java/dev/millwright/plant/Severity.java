package dev.millwright.plant;

/** How much a defect matters. */
public enum Severity {
    MINOR,
    MODERATE,
    MAJOR,
    CRITICAL
}
