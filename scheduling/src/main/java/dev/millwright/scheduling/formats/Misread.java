package dev.millwright.scheduling.formats;

/** A refusal that says where in the text it was. */
final class Misread extends IllegalArgumentException {
    Misread(String message) {
        super(message);
    }
}
