package dev.millwright.vision;

/** Tells that an image cannot show the board of its template: no verdict on it would mean anything. */
public final class WrongTemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public WrongTemplateException(String message) {
        super(message);
    }
}
