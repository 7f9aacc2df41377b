package dev.millwright.inference;

/** Tells why a model cannot be had or run: the reason for programs, the message with a cure for people. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Reason {
        /** No model of this name, version or state. */
        UNKNOWN_MODEL,
        /** A model card that is missing something, or contradicts its model or other cards. */
        BROKEN_CARD,
        /** The model file is not the one the card was written for. */
        HASH_MISMATCH,
        /** The model file is missing, unreadable or fails when run. */
        BROKEN_MODEL,
        /** Input that does not fit the model. */
        WRONG_INPUT
    }

    private final Reason reason;

    public ModelException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ModelException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
