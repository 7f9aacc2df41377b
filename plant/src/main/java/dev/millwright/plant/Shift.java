package dev.millwright.plant;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A shift of the week; one that ends before it starts runs past midnight.
 *
 * @param days the days on which it starts
 * @param breakMinutes planned downtime inside the shift, taken off planned busy time
 */
public record Shift(String name, Set<DayOfWeek> days, LocalTime start, LocalTime end, int breakMinutes) {

    public Shift {
        days = Set.copyOf(days);
    }
}
