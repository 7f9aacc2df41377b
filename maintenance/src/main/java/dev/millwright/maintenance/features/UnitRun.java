package dev.millwright.maintenance.features;

/**
 * What one unit's signals said, cycle by cycle, from its beginning.
 *
 * @param unit its name
 * @param rows one a cycle, a value for each signal
 */
// Rows are read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record UnitRun(String unit, double[][] rows) {
    public UnitRun {
        if (rows.length == 0) {
            throw new IllegalArgumentException("Unit " + unit + " has no cycle.\nLeave it out.");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "Unit %s has %d values in cycle %d and %d in the first.\nGive each cycle the same signals."
                                .formatted(unit, rows[i].length, i + 1, rows[0].length));
            }
        }
    }

    /** Cycles run. */
    public int age() {
        return rows.length;
    }
}
