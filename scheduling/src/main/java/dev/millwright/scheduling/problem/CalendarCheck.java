package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses modes that no calendar and no capacity would ever let happen. */
final class CalendarCheck {
    private final long now;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<String, Resource> resources = new HashMap<>();

    private CalendarCheck(long now) {
        this.now = now;
    }

    static void check(long now, List<Machine> machines, List<Job> jobs, List<Resource> resources) {
        var check = new CalendarCheck(now);
        machines.forEach(machine -> check.machines.put(machine.id(), machine));
        for (var resource : resources) {
            Check.that(
                    check.resources.putIfAbsent(resource.id(), resource) == null,
                    "Resource " + resource.id() + " appears twice",
                    "Give resources unique ids.");
        }
        jobs.forEach(job -> job.openOperations().forEach(check::operation));
    }

    private void operation(Operation operation) {
        operation.modes().forEach(mode -> mode.needs().forEach(need -> need(operation, need)));
        if (!operation.stretches()) {
            var tooShort = new ArrayList<String>();
            for (var mode : operation.allowedModes()) {
                long longest = longestWindow(mode);
                if (mode.duration() > longest) {
                    tooShort.add(mode.duration() + " s on " + mode.machineId() + ", whose longest working window is "
                            + longest + " s");
                }
            }
            Check.that(
                    tooShort.size() < operation.allowedModes().size(),
                    "Operation " + operation.id() + " fits in no working window: " + String.join("; ", tooShort),
                    "Let it stretch over breaks, split it, or lengthen a shift.");
        }
    }

    private void need(Operation operation, Need need) {
        var resource = resources.get(need.resourceId());
        if (resource == null) {
            throw new IllegalArgumentException("Operation " + operation.id() + " needs the unknown resource '"
                    + need.resourceId() + "'\nAdd the resource to the problem, or use one of " + resources.keySet()
                    + ".");
        }
        Check.that(
                need.amount() <= resource.capacity(),
                "Operation " + operation.id() + " needs " + need.amount() + " of " + need.resourceId()
                        + ", of which there are only " + resource.capacity(),
                "Lower the need, or raise the capacity.");
    }

    /** With two or more breaks ahead, the calendar is taken to go on as it began after the last of them. */
    private long longestWindow(Mode mode) {
        var closed = new ArrayList<Window>();
        var machine = machines.get(mode.machineId());
        if (machine != null) {
            closed.addAll(machine.breaks());
        }
        for (var need : mode.needs()) {
            var resource = resources.get(need.resourceId());
            if (resource != null) {
                closed.addAll(resource.away());
            }
        }
        var ahead = Window.merged(closed).stream()
                .filter(window -> window.to() > now)
                .toList();
        if (ahead.size() < 2) {
            return Long.MAX_VALUE;
        }
        long longest = ahead.getFirst().from() - now;
        for (int i = 1; i < ahead.size(); i++) {
            longest = Math.max(longest, ahead.get(i).from() - ahead.get(i - 1).to());
        }
        return longest;
    }
}
