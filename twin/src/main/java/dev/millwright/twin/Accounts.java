package dev.millwright.twin;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Adds a machine's timeline up. */
final class Accounts {

    private Accounts() {}

    /** Time by element within the timeline; what lies before its first report is unknown. */
    static TimeAccount time(Timeline timeline, ShiftCalendar calendar, Instant from, Instant to) {
        var account = TimeAccount.ZERO;
        if (!from.isBefore(to)) {
            return account;
        }
        var known = from;
        for (var stretch : timeline.intervals(from, to)) {
            account = unknown(account, known, stretch.from());
            var end = stretch.to() == null ? to : stretch.to();
            account = stretch(account, calendar, stretch, end);
            known = end;
        }
        return unknown(account, known, to).withFailures(failures(timeline, from, to));
    }

    /** Parts made within the timeline, by whole minutes. */
    static Quantities parts(Timeline timeline, Instant from, Instant to) {
        var sum = Quantities.ZERO;
        for (var made : timeline.parts()) {
            if (!made.minute().isBefore(from) && made.minute().isBefore(to)) {
                sum = sum.plus(made.quantities());
            }
        }
        return sum;
    }

    private static TimeAccount unknown(TimeAccount account, Instant from, Instant to) {
        return account.plus(TimeElement.UNKNOWN, millis(from, to), false, false);
    }

    private static TimeAccount stretch(
            TimeAccount account, ShiftCalendar calendar, StateInterval stretch, Instant end) {
        boolean corrective = TimeElement.isCorrective(stretch.state(), stretch.mode(), stretch.maintenance() != null);
        var sum = account;
        for (var window : calendar.between(stretch.from(), end)) {
            var bounds = new TreeSet<Instant>();
            addWithin(bounds, window.from(), stretch.from(), end);
            addWithin(bounds, window.breakFrom(), stretch.from(), end);
            addWithin(bounds, window.breakTo(), stretch.from(), end);
            addWithin(bounds, window.to(), stretch.from(), end);
            addWithin(bounds, stretch.from(), window.from(), window.to());
            addWithin(bounds, end, window.from(), window.to());
            for (var a : bounds) {
                var b = bounds.higher(a);
                if (b != null) {
                    boolean planned = window.planned() && !window.breakAt(a);
                    sum = sum.plus(element(stretch.element(), window, planned), millis(a, b), corrective, !planned);
                }
            }
        }
        return sum;
    }

    /** Work counts wherever it falls; standing counts only while work was planned. */
    private static TimeElement element(TimeElement inPlannedTime, ShiftWindow window, boolean planned) {
        return switch (inPlannedTime) {
            case PRODUCTION, SETUP, PREVENTIVE_MAINTENANCE -> inPlannedTime;
            case DELAY, DOWN, PLANNED_STOP, UNSCHEDULED, UNKNOWN -> {
                if (planned) {
                    yield inPlannedTime;
                }
                yield window.planned() ? TimeElement.PLANNED_STOP : TimeElement.UNSCHEDULED;
            }
        };
    }

    private static long failures(Timeline timeline, Instant from, Instant to) {
        long count = 0;
        boolean broken = true;
        for (var mark : timeline.states().marks()) {
            boolean breaks = mark.value().state().isAborted();
            if (breaks && !broken && !mark.at().isBefore(from) && mark.at().isBefore(to)) {
                count++;
            }
            broken = breaks;
        }
        return count;
    }

    private static void addWithin(Set<Instant> bounds, Instant time, Instant from, Instant to) {
        if (!time.isBefore(from) && !time.isAfter(to)) {
            bounds.add(time);
        }
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, to.toEpochMilli() - from.toEpochMilli());
    }
}
