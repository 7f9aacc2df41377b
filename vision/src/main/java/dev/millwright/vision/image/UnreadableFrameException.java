package dev.millwright.vision.image;

/** Tells that bytes given as an image are none, or too large a one; the message names the file and a cure. */
public final class UnreadableFrameException extends IllegalArgumentException {
    public UnreadableFrameException(String message) {
        super(message);
    }

    public UnreadableFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
