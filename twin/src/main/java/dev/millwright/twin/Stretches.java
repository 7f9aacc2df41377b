package dev.millwright.twin;

import dev.millwright.plant.MachineMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lays a timeline's tracks over one another. */
final class Stretches {

    private Stretches() {}

    static List<StateInterval> of(Timeline timeline, Instant from, Instant to) {
        var bounds = new TreeSet<Instant>();
        bounds.add(from);
        addBounds(bounds, timeline.states(), from, to);
        addBounds(bounds, timeline.modes(), from, to);
        addBounds(bounds, timeline.work(), from, to);
        addBounds(bounds, timeline.maintenance(), from, to);
        var lastMark = timeline.states().last();
        if (lastMark == null) {
            return List.of();
        }
        var stretches = new ArrayList<StateInterval>();
        for (var begin : bounds) {
            var end = bounds.higher(begin);
            var stretch = stretch(timeline, begin, end == null ? to : end);
            if (stretch == null) {
                continue;
            }
            if (!stretches.isEmpty() && continues(stretches.getLast(), stretch)) {
                var before = stretches.removeLast();
                stretches.add(withTimes(stretch, before.from(), stretch.to(), before.jump()));
            } else {
                stretches.add(stretch);
            }
        }
        return List.copyOf(stretches);
    }

    private static <T> void addBounds(Set<Instant> bounds, Track<T> track, Instant from, Instant to) {
        for (var mark : track.marks()) {
            if (mark.at().isAfter(from) && mark.at().isBefore(to)) {
                bounds.add(mark.at());
            }
        }
    }

    private static @Nullable StateInterval stretch(Timeline timeline, Instant from, Instant to) {
        var reported = timeline.states().at(from);
        if (reported == null) {
            return null;
        }
        var mode = modeAt(timeline, from);
        var work = workAt(timeline.work(), from);
        var maintenance = workAt(timeline.maintenance(), from);
        var state = reported.value().state();
        var before = timeline.states().at(reported.at().minusNanos(1));
        return new StateInterval(
                from,
                to,
                state,
                mode,
                reported.value().cause(),
                work.lot(),
                work.task(),
                maintenance.task(),
                TimeElement.of(state, mode, work.busy(), maintenance.busy()),
                before != null && !PackMlRules.canFollow(before.value().state(), state));
    }

    static MachineMode modeAt(Timeline timeline, Instant time) {
        var mark = timeline.modes().at(time);
        return mark == null ? MachineMode.PRODUCTION : mark.value();
    }

    static Work workAt(Track<Work> track, Instant time) {
        var mark = track.at(time);
        return mark == null ? Work.NONE : mark.value();
    }

    private static boolean continues(StateInterval before, StateInterval next) {
        return withTimes(next, before.from(), before.to(), before.jump()).equals(before);
    }

    private static StateInterval withTimes(StateInterval interval, Instant from, @Nullable Instant to, boolean jump) {
        return new StateInterval(
                from,
                to,
                interval.state(),
                interval.mode(),
                interval.cause(),
                interval.lot(),
                interval.operation(),
                interval.maintenance(),
                interval.element(),
                jump);
    }
}
