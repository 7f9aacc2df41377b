package dev.millwright.twin;

import dev.millwright.plant.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/** The minutes of a week that shifts cover. */
final class WeekCover {

    private static final int DAY = (int) Duration.ofDays(1).toMinutes();
    private static final int WEEK = DayOfWeek.values().length * DAY;

    private final BitSet minutes = new BitSet(WEEK);

    WeekCover(List<Shift> shifts) {
        if (shifts.isEmpty()) {
            minutes.set(0, WEEK);
        }
        for (var shift : shifts) {
            int start = shift.start().toSecondOfDay() / 60;
            int end = shift.end().toSecondOfDay() / 60;
            int length = end > start ? end - start : end + DAY - start;
            for (var day : shift.days()) {
                int from = (day.getValue() - 1) * DAY + start;
                minutes.set(from, Math.min(WEEK, from + length));
                minutes.set(0, Math.max(0, from + length - WEEK));
            }
        }
    }

    /** Whether there is always a shift. */
    boolean whole() {
        return minutes.cardinality() == WEEK;
    }
}
