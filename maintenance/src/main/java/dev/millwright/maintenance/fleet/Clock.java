package dev.millwright.maintenance.fleet;

import java.time.DateTimeException;
import java.time.Instant;

/** How files that belong together tell the time: all by numbers, or all by instants, whichever comes first. */
final class Clock {
    private static final double SECONDS_AN_HOUR = 3600;
    private static final String ALIKE =
            "Times are all numbers, or all like 2026-11-25T06:00:00Z, in all files that belong together.";

    private enum Kind {
        UNKNOWN,
        NUMBERS,
        INSTANTS
    }

    private Kind kind = Kind.UNKNOWN;

    /** Whether times are instants; they then count in hours. */
    boolean instants() {
        return kind == Kind.INSTANTS;
    }

    /** The time in a cell: its number, or the hours since 1970. */
    double time(CsvTable table, long line, int column, String[] cells) {
        var cell = cells[column];
        if (kind != Kind.INSTANTS) {
            try {
                double number = Double.parseDouble(cell);
                if (Double.isFinite(number)) {
                    kind = Kind.NUMBERS;
                    return number;
                }
                throw table.wrong(line, column, cells, ALIKE);
            } catch (NumberFormatException e) {
                if (kind == Kind.NUMBERS) {
                    throw table.wrong(line, column, cells, ALIKE);
                }
            }
        }
        try {
            var when = Instant.parse(cell.contains("T") ? cell : cell.replace(' ', 'T') + "Z");
            kind = Kind.INSTANTS;
            return when.toEpochMilli() / 1000.0 / SECONDS_AN_HOUR;
        } catch (DateTimeException e) {
            throw table.wrong(
                    line,
                    column,
                    cells,
                    kind == Kind.INSTANTS ? ALIKE : "A number belongs there, or a time like 2026-11-25T06:00:00Z.");
        }
    }
}
