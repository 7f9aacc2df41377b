package dev.millwright.twin;

import dev.millwright.plant.Plant;
import dev.millwright.plant.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plant's shifts on the time line, without gaps: shifts, and the time between them. A break lies in the middle of
 * its shift, since a plant file says only how long it is. A plant without shifts works around the clock, day by day.
 *
 * <p>Where one shift follows the other around the clock, crews relieve one another and machines never stand still for a
 * break; where the plant closes between shifts, it pauses for its breaks as well.
 */
public final class ShiftCalendar {

    private static final int DAYS_BACK = 8;

    /**
     * Time in which nobody works the machines.
     *
     * @param breakInShift false between shifts
     */
    public record Pause(Instant from, Instant to, boolean breakInShift) {}

    private final ZoneId zone;
    private final List<Shift> shifts;
    private final boolean aroundTheClock;

    /** The window used last: events come in nearly the order of time. */
    private volatile @Nullable ShiftWindow latest;

    public ShiftCalendar(Plant plant) {
        zone = plant.zone();
        shifts = plant.shifts();
        aroundTheClock = new WeekCover(shifts).whole();
    }

    /** Whether somebody works the machines at this moment. */
    public boolean worked(Instant time) {
        if (aroundTheClock) {
            return true;
        }
        var window = at(time);
        return window.planned() ? !window.breakAt(time) : window.to().equals(Instant.MAX);
    }

    /** When nobody works the machines, of all that begins in a span of time or reaches into it, in order. */
    public List<Pause> pauses(Instant from, Instant until) {
        var pauses = new ArrayList<Pause>();
        if (aroundTheClock) {
            return pauses;
        }
        for (var window : between(from, until)) {
            if (window.to().equals(Instant.MAX)) {
                break; // shifts without days: nobody would ever come back
            }
            if (!window.planned()) {
                pauses.add(new Pause(window.from(), window.to(), false));
            } else if (window.breakTo().isAfter(from) && window.breakTo().isAfter(window.breakFrom())) {
                pauses.add(new Pause(window.breakFrom(), window.breakTo(), true));
            }
        }
        return pauses;
    }

    /** The shift, or the time between shifts, that holds this moment. */
    public ShiftWindow at(Instant time) {
        var known = latest;
        if (known != null && !time.isBefore(known.from()) && time.isBefore(known.to())) {
            return known;
        }
        var window = find(time);
        latest = window;
        return window;
    }

    /** All windows that touch a span of time, in order. */
    public List<ShiftWindow> between(Instant from, Instant to) {
        var windows = new ArrayList<ShiftWindow>();
        for (var time = from; time.isBefore(to); time = windows.getLast().to()) {
            windows.add(at(time));
        }
        return windows;
    }

    /** The latest shift that began at this time or before, over or not; none when the plant has no shifts. */
    public Optional<ShiftWindow> lastShift(Instant time) {
        var window = at(time);
        if (!window.planned()) {
            window = at(window.from().minusNanos(1));
        }
        return window.planned() ? Optional.of(window) : Optional.empty();
    }

    private ShiftWindow find(Instant time) {
        var day = time.atZone(zone).toLocalDate();
        if (shifts.isEmpty()) {
            var from = day.atStartOfDay(zone).toInstant();
            return new ShiftWindow(
                    "day", from, day.plusDays(1).atStartOfDay(zone).toInstant(), true, from, from);
        }
        var around = new ArrayList<ShiftWindow>();
        for (int offset = -DAYS_BACK; offset <= DAYS_BACK; offset++) {
            for (var shift : shifts) {
                if (shift.days().contains(day.plusDays(offset).getDayOfWeek())) {
                    around.add(window(shift, day.plusDays(offset)));
                }
            }
        }
        around.sort(Comparator.comparing(ShiftWindow::from));
        return pick(around, time);
    }

    private static ShiftWindow pick(List<ShiftWindow> around, Instant time) {
        Instant gapFrom = Instant.MIN;
        for (int i = 0; i < around.size(); i++) {
            var window = around.get(i);
            if (window.from().isAfter(time)) {
                return new ShiftWindow("no shift", gapFrom, window.from(), false, gapFrom, gapFrom);
            }
            var next = i + 1 < around.size() ? around.get(i + 1).from() : window.to();
            var end = next.isBefore(window.to()) ? next : window.to();
            if (time.isBefore(end)) {
                return new ShiftWindow(window.name(), window.from(), end, true, window.breakFrom(), window.breakTo());
            }
            gapFrom = end;
        }
        return new ShiftWindow("no shift", gapFrom, Instant.MAX, false, gapFrom, gapFrom);
    }

    private ShiftWindow window(Shift shift, LocalDate day) {
        var from = day.atTime(shift.start()).atZone(zone).toInstant();
        var lastDay = shift.end().isAfter(shift.start()) ? day : day.plusDays(1);
        var to = lastDay.atTime(shift.end()).atZone(zone).toInstant();
        long length = to.toEpochMilli() - from.toEpochMilli();
        long pause = Math.min(length, shift.breakMinutes() * 60_000L);
        var breakFrom = from.plusMillis((length - pause) / 2);
        return new ShiftWindow(shift.name(), from, to, true, breakFrom, breakFrom.plusMillis(pause));
    }
}
