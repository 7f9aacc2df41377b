package dev.millwright.twin;

import java.time.Instant;

/** A machine's time and parts between two times: whole shifts that have left its timeline, and the timeline itself. */
record ShiftSums(TimeAccount time, Quantities quantities, boolean complete) {

    static ShiftSums of(Timeline timeline, ShiftCalendar calendar, Instant from, Instant to) {
        var settled = timeline.settledUntil();
        if (settled == null || !from.isBefore(settled)) {
            return new ShiftSums(Accounts.time(timeline, calendar, from, to), Accounts.parts(timeline, from, to), true);
        }
        boolean complete = true;
        var time = to.isAfter(settled) ? Accounts.time(timeline, calendar, settled, to) : TimeAccount.ZERO;
        var parts = Accounts.parts(timeline, from, to);
        for (var account : timeline.shifts().values()) {
            var end = account.to().isBefore(settled) ? account.to() : settled;
            if (!account.from().isBefore(from) && !end.isAfter(to)) {
                time = time.plus(account.time());
                parts = parts.plus(account.quantities());
            } else if (account.from().isBefore(to) && end.isAfter(from)) {
                complete = false;
            }
        }
        long missing = Math.max(0, to.toEpochMilli() - from.toEpochMilli()) - time.elapsed();
        return new ShiftSums(time.plus(TimeElement.UNKNOWN, missing, false, false), parts, complete && missing >= 0);
    }
}
