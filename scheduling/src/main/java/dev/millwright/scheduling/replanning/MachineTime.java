package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** What machines do over a span of time by a schedule, and what stands against their work. */
final class MachineTime {
    private final ProblemIndex index;
    private final Schedule schedule;
    private final Map<String, Assignment> placed;
    private final Map<String, List<Assignment>> machines = new HashMap<>();

    MachineTime(Problem problem, Schedule schedule) {
        index = ProblemIndex.of(problem);
        this.schedule = schedule;
        placed = schedule.byOperation();
        for (var assignment : schedule.assignments()) {
            machines.computeIfAbsent(assignment.machineId(), _ -> new ArrayList<>())
                    .add(assignment);
        }
    }

    @Nullable
    Assignment place(String operationId) {
        return placed.get(operationId);
    }

    /** Tells every operation but this one that takes the machine's time in a span, setups apart from work. */
    void others(
            Assignment waiting,
            long from,
            long to,
            ObjLongConsumer<Assignment> work,
            ObjLongConsumer<Assignment> setup) {
        for (var other : machines.getOrDefault(waiting.machineId(), List.of())) {
            if (!other.operationId().equals(waiting.operationId())) {
                tell(other, common(from, to, other.start(), other.end()), work);
                tell(other, common(from, to, other.setupStart(), other.start()), setup);
            }
        }
    }

    private static void tell(Assignment other, long seconds, ObjLongConsumer<Assignment> taker) {
        if (seconds > 0) {
            taker.accept(other, seconds);
        }
    }

    /** The maintenance on a machine by task, with its seconds in a span. */
    Map<String, Long> maintenance(String machineId, long from, long to) {
        var seconds = new HashMap<String, Long>();
        for (var placement : schedule.maintenance()) {
            long common = common(from, to, placement.start(), placement.end());
            if (placement.machineId().equals(machineId) && common > 0) {
                seconds.put(placement.taskId(), common);
            }
        }
        return seconds;
    }

    /** The windows of a span in which a machine is down. */
    List<Window> down(String machineId, long from, long to) {
        var machine = index.machine(machineId);
        var windows = new ArrayList<>(machine.down());
        if (machine.availableFrom() > from) {
            windows.add(new Window(from, machine.availableFrom()));
        }
        return within(Window.merged(windows), from, to);
    }

    /** Seconds of a span in which nobody works a machine. */
    long pauses(String machineId, long from, long to) {
        return within(index.machine(machineId).breaks(), from, to).stream()
                .mapToLong(window -> window.to() - window.from())
                .sum();
    }

    static long common(long from, long to, long start, long end) {
        return Math.max(0, Math.min(to, end) - Math.max(from, start));
    }

    private static List<Window> within(List<Window> windows, long from, long to) {
        return windows.stream()
                .filter(window -> common(from, to, window.from(), window.to()) > 0)
                .map(window -> new Window(Math.max(from, window.from()), Math.min(to, window.to())))
                .toList();
    }
}
