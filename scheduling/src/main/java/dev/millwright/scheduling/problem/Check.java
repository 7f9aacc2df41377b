package dev.millwright.scheduling.problem;

/** Refuses nonsense with a message that names the value and, on a new line, a cure. */
final class Check {
    private Check() {}

    static void that(boolean holds, String complaint, String cure) {
        if (!holds) {
            throw new IllegalArgumentException(complaint + "\n" + cure);
        }
    }

    static void name(String value, String what) {
        that(!value.isBlank(), what + " is blank: '" + value + "'", "Give every " + what + " a name of its own.");
    }
}
