package dev.millwright.twin;

import dev.millwright.plant.MachineMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What a machine did of late: its states, modes, work and parts, each on a track of its own. What leaves the timeline
 * is added up by shift first, so that a shift's account stays whole.
 *
 * @param parts what was made, by minute
 * @param settledUntil begin of the timeline; {@code null} while nothing has left it
 * @param shifts what left it, by begin of shift
 */
public record Timeline(
        Track<Reported> states,
        Track<MachineMode> modes,
        Track<Work> work,
        Track<Work> maintenance,
        PVector<Yield> parts,
        @Nullable Instant settledUntil,
        PSortedMap<Instant, ShiftAccount> shifts) {

    static final int MOST_MARKS = 3000;
    static final Duration LONGEST = Duration.ofDays(2);
    private static final int MOST_SHIFTS = 100;
    private static final int SLACK = 300;

    static final Timeline EMPTY = new Timeline(
            Track.empty(), Track.empty(), Track.empty(), Track.empty(), TreePVector.empty(), null, TreePMap.empty());

    /** Parts of one minute. */
    public record Yield(Instant minute, Quantities quantities) {}

    /** The stretches between two times, in order; the last one is open when it still lasts. */
    public List<StateInterval> intervals(Instant from, Instant to) {
        return Stretches.of(this, from, to);
    }

    /** True when a mark at this time can no longer be put in its place. */
    boolean isTooLate(Instant time) {
        return settledUntil != null && time.isBefore(settledUntil);
    }

    Timeline withStates(Track<Reported> track) {
        return new Timeline(track, modes, work, maintenance, parts, settledUntil, shifts);
    }

    Timeline withModes(Track<MachineMode> track) {
        return new Timeline(states, track, work, maintenance, parts, settledUntil, shifts);
    }

    Timeline withWork(Track<Work> track) {
        return new Timeline(states, modes, track, maintenance, parts, settledUntil, shifts);
    }

    Timeline withMaintenance(Track<Work> track) {
        return new Timeline(states, modes, work, track, parts, settledUntil, shifts);
    }

    /** Adds parts to the minute they were made in; those of a settled minute go to its shift. */
    Timeline withParts(ShiftCalendar calendar, Instant at, Quantities more) {
        if (isTooLate(at)) {
            return withShift(calendar.at(at), TimeAccount.ZERO, more);
        }
        var minute = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 60L) * 60);
        int index = parts.size();
        while (index > 0 && parts.get(index - 1).minute().isAfter(minute)) {
            index--;
        }
        PVector<Yield> changed = index > 0 && parts.get(index - 1).minute().equals(minute)
                ? parts.with(
                        index - 1,
                        new Yield(minute, parts.get(index - 1).quantities().plus(more)))
                : parts.plus(index, new Yield(minute, more));
        return new Timeline(states, modes, work, maintenance, changed, settledUntil, shifts);
    }

    /** Lets the oldest marks go when there are too many of them, or when they are too old. */
    Timeline trimmed(ShiftCalendar calendar) {
        var newest = states.last();
        if (newest == null) {
            return this;
        }
        var horizon = newest.at().minus(LONGEST);
        boolean tooMany = states.size() + modes.size() + work.size() + parts.size() > MOST_MARKS + SLACK;
        var oldest = states.marks().get(0).at();
        boolean tooOld = states.size() > SLACK && oldest.isBefore(horizon.minus(Duration.ofHours(1)));
        if (!tooMany && !tooOld) {
            return this;
        }
        var cut = tooOld ? horizon : states.marks().get(states.size() / 4).at();
        cut = Instant.ofEpochSecond(Math.floorDiv(cut.getEpochSecond(), 60L) * 60);
        return settledUntil != null && !cut.isAfter(settledUntil) ? this : settle(calendar, cut);
    }

    private Timeline settle(ShiftCalendar calendar, Instant cut) {
        var begin = settledUntil == null ? states.marks().get(0).at() : settledUntil;
        var settled = this;
        if (begin.isBefore(cut)) {
            for (var window : calendar.between(begin, cut)) {
                var from = window.from().isBefore(begin) ? begin : window.from();
                var to = window.to().isAfter(cut) ? cut : window.to();
                settled = settled.withShift(
                        window, Accounts.time(this, calendar, from, to), Accounts.parts(this, from, to));
            }
        }
        int left = 0;
        while (left < parts.size() && parts.get(left).minute().isBefore(cut)) {
            left++;
        }
        return new Timeline(
                states.from(cut),
                modes.from(cut),
                work.from(cut),
                maintenance.from(cut),
                TreePVector.from(List.copyOf(parts.subList(left, parts.size()))),
                cut,
                settled.shifts);
    }

    private Timeline withShift(ShiftWindow window, TimeAccount time, Quantities quantities) {
        var known = shifts.get(window.from());
        var account = known == null
                ? new ShiftAccount(window.name(), window.from(), window.to(), time, quantities)
                : known.plus(time, quantities);
        PSortedMap<Instant, ShiftAccount> all = shifts.plus(window.from(), account);
        while (all.size() > MOST_SHIFTS) {
            all = all.minus(all.firstKey());
        }
        return new Timeline(states, modes, work, maintenance, parts, settledUntil, all);
    }
}
