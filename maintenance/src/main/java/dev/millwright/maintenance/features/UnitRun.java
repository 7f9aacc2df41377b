package dev.millwright.maintenance.features;

import java.util.stream.IntStream;

/**
 * What one unit's signals said from its beginning on.
 *
 * @param unit its name
 * @param ages how long it had run at each row: cycles, hours; rising
 * @param rows a value for each signal; one that was not measured is no number
 * @param mode how it failed; "": nobody says
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record UnitRun(String unit, double[] ages, double[][] rows, String mode) {
    public UnitRun {
        if (rows.length == 0 || ages.length != rows.length) {
            throw new IllegalArgumentException(
                    "Unit %s has %d rows and %d ages.\nGive one row or more, an age for each."
                            .formatted(unit, rows.length, ages.length));
        }
        for (int i = 1; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "Unit %s has %d values in row %d and %d in the first.\nGive each row the same signals."
                                .formatted(unit, rows[i].length, i + 1, rows[0].length));
            }
            if (!(ages[i] > ages[i - 1])) {
                throw new IllegalArgumentException(
                        "Unit %s is %s old in row %d after %s.\nGive its rows in the order of time."
                                .formatted(unit, ages[i], i + 1, ages[i - 1]));
            }
        }
    }

    /** A unit of which nobody says how it failed. */
    public UnitRun(String unit, double[] ages, double[][] rows) {
        this(unit, ages, rows, "");
    }

    /** One row a cycle, from the first cycle on. */
    public static UnitRun ofCycles(String unit, double[][] rows) {
        return new UnitRun(
                unit, IntStream.rangeClosed(1, rows.length).asDoubleStream().toArray(), rows);
    }

    public int length() {
        return rows.length;
    }

    /** How long it ran. */
    public double life() {
        return ages[ages.length - 1];
    }

    /** What was left at a row, if the unit failed at its last. */
    public double left(int row) {
        return life() - ages[row];
    }
}
