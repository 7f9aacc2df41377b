package dev.millwright.maintenance.fleet;

import java.util.List;

/**
 * Which column of a file is what.
 *
 * @param unit names the machine
 * @param time says when: a number (cycles, hours), or a time such as 2026-11-25T06:00:00Z
 * @param settings tell how the machine is operated: load, speed set, product
 * @param ignored are left out
 * @param signals the only ones that are read, in this order; none: every column that is nothing else
 * @param mode says how a machine failed; it stands in the file of failures, where there is one; "": nothing does
 */
public record Columns(
        String unit, String time, List<String> settings, List<String> ignored, List<String> signals, String mode) {
    public Columns {
        settings = List.copyOf(settings);
        ignored = List.copyOf(ignored);
        signals = List.copyOf(signals);
    }

    /** Every column that is not ignored is a signal. */
    public Columns(String unit, String time, List<String> settings, List<String> ignored) {
        this(unit, time, settings, ignored, List.of(), "");
    }

    /** What a model looks at and nothing else, whatever stands in other columns. */
    public static Columns of(String unit, String time, List<String> signals) {
        return new Columns(unit, time, List.of(), List.of(), signals, "");
    }

    /** The same with a column that says how a machine failed. */
    public Columns failingBy(String column) {
        return new Columns(unit, time, settings, ignored, signals, column);
    }
}
