package dev.millwright.twin;

/** The twin does not take a draft because it contradicts what is known; nothing was written. */
public final class TwinRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TwinRefusal(String message) {
        super(message);
    }
}
