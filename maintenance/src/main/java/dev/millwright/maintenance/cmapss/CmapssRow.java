package dev.millwright.maintenance.cmapss;

import java.util.List;

/**
 * One cycle of one engine.
 *
 * @param values 3 operating settings, then 21 sensors, in the order of {@link CmapssArchive#SIGNALS}
 */
public record CmapssRow(int unit, int cycle, List<Double> values) {

    static final int SETTINGS = 3;
    static final int SENSORS = 21;

    public CmapssRow {
        values = List.copyOf(values);
    }

    /** The value of sensor 1 to 21. */
    public double sensor(int number) {
        return values.get(SETTINGS + number - 1);
    }

    /** The operating regime: altitude in thousands of feet, rounded, tells the six regimes of FD002 and FD004 apart. */
    int regime() {
        return (int) Math.round(values.getFirst());
    }
}
