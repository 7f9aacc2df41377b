package dev.millwright.twin;

/** How far an operation has come. */
public enum OperationStatus {
    WAITING,
    DISPATCHED,
    RUNNING,
    DONE,
    CANCELLED;

    /** True when nothing will happen to it any more. */
    public boolean isFinal() {
        return this == DONE || this == CANCELLED;
    }
}
