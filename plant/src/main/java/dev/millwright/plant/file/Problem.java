package dev.millwright.plant.file;

/**
 * One mistake in a plant file.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1
 * @param message what is wrong, naming the value
 * @param cure what to write instead
 */
public record Problem(int line, int column, String message, String cure) {

    @Override
    public String toString() {
        String place = line == 0 ? "" : "line %d, column %d: ".formatted(line, column);
        return place + message + (cure.isEmpty() ? "" : "\n    " + cure.replace("\n", "\n    "));
    }
}
