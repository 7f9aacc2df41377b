package dev.millwright.gateway.view;

import dev.millwright.plant.Machine;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.twin.MachineState;
import dev.millwright.twin.ShiftCalendar;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When machines do no work within a plan's span: between shifts, in breaks, and while they are broken. */
final class ClosedWindows {

    /** A plan that reaches further is shaded so far: nobody looks at the breaks of next month. */
    private static final Duration SHADED = Duration.ofDays(7);

    private static final double SECONDS_A_MINUTE = 60;

    private final Instant from;
    private final Instant to;
    private final List<PlanView.ClosedView> windows = new ArrayList<>();

    private ClosedWindows(Plan plan) {
        from = plan.createdAt();
        var end = plan.operations().stream()
                .map(PlannedOperation::end)
                .max(Instant::compareTo)
                .orElse(from);
        var far = from.plus(SHADED);
        to = end.isAfter(far) ? far : end;
    }

    static List<PlanView.ClosedView> of(TwinState state, Plan plan) {
        var closed = new ClosedWindows(plan);
        for (var machine : state.plant().machines()) {
            closed.down(machine, state.machines().get(machine.id()));
        }
        closed.pauses(state);
        return List.copyOf(closed.windows);
    }

    private void pauses(TwinState state) {
        for (var pause : new ShiftCalendar(state.plant()).pauses(from, to)) {
            for (var machine : state.plant().machines()) {
                add(machine, pause.from(), pause.to(), pause.breakInShift() ? "break" : "off-shift");
            }
        }
    }

    /** Until it probably works again: the mean repair, and half of it again when that is overdue. */
    private void down(Machine machine, @Nullable MachineState state) {
        if (state == null || !state.state().isAborted()) {
            return;
        }
        var since = Objects.requireNonNullElse(state.stateSince(), from);
        long repair = Math.round(machine.reliability().mttrMinutes() * SECONDS_A_MINUTE);
        var expected = since.plusSeconds(repair);
        add(machine, since, expected.isAfter(from) ? expected : from.plusSeconds(Math.max(1, repair / 2)), "down");
    }

    private void add(Machine machine, Instant begin, Instant end, String kind) {
        var first = begin.isBefore(from) ? from : begin;
        var last = earlier(end, to);
        if (first.isBefore(last)) {
            windows.add(new PlanView.ClosedView(machine.id().path(), first, last, kind));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
