package dev.millwright.twin;

/** How far a maintenance wish has come. */
public enum WishStatus {
    REQUESTED,
    PLANNED,
    STARTED,
    FINISHED,
    WITHDRAWN;

    /** True while a plan still has to give it a time. */
    public boolean isOpen() {
        return this == REQUESTED || this == PLANNED;
    }
}
