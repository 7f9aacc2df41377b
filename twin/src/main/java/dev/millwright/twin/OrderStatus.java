package dev.millwright.twin;

/** How far an order has come. */
public enum OrderStatus {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED;

    /** True when nothing will happen to it any more. */
    public boolean isFinal() {
        return this == DONE || this == CANCELLED;
    }
}
