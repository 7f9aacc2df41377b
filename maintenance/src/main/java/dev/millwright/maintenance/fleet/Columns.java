package dev.millwright.maintenance.fleet;

import java.util.List;

/**
 * Which column of a file is what; every other one is a signal.
 *
 * @param unit names the machine
 * @param time says when: a number (cycles, hours), or a time such as 2026-11-25T06:00:00Z
 * @param settings tell how the machine is operated: load, speed set, product
 * @param ignored are left out
 */
public record Columns(String unit, String time, List<String> settings, List<String> ignored) {
    public Columns {
        settings = List.copyOf(settings);
        ignored = List.copyOf(ignored);
    }
}
