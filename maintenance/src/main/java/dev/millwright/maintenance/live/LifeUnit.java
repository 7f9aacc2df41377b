package dev.millwright.maintenance.live;

import java.util.Locale;

/**
 * What a model counts lives in, for a machine whose rows each stand for a time.
 *
 * @param hours of running that one stands for
 * @param counted true where each row is one, as with cycles; else the time tells
 */
record LifeUnit(double hours, boolean counted) {
    private static final double HOUR = 3600;

    /** Of a unit's name; what is no time is counted, a row for each. */
    static LifeUnit of(String name, double rowSeconds) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "s", "sec", "second", "seconds" -> new LifeUnit(1 / HOUR, false);
            case "min", "minute", "minutes" -> new LifeUnit(60 / HOUR, false);
            case "h", "hour", "hours" -> new LifeUnit(1, false);
            case "d", "day", "days" -> new LifeUnit(24, false);
            case "week", "weeks" -> new LifeUnit(7 * 24, false);
            default -> new LifeUnit(rowSeconds / HOUR, true);
        };
    }

    /**
     * How old a machine is at a row.
     *
     * @param row its number, from 0
     */
    double age(long row, double rowSeconds) {
        return counted ? row + 1 : row * rowSeconds / HOUR / hours;
    }
}
