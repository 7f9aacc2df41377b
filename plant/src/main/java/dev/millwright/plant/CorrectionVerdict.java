package dev.millwright.plant;

/** What a person says of an inspector's finding, or of what it did not find. */
public enum CorrectionVerdict {
    /** The finding is a defect. */
    CONFIRMED,
    /** The finding is none: the part was rejected for nothing. */
    REJECTED,
    /** There is a defect that the inspector did not find. */
    MISSED
}
