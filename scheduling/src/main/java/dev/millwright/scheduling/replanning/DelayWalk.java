package dev.millwright.scheduling.replanning;

import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes back from a job's last operation over what each waited for, and adds up what filled the waiting: the machine at
 * other work, changed over, down, maintained or unmanned, a resource, a pin, another job.
 */
final class DelayWalk {
    private final Problem problem;
    private final ProblemIndex index;
    private final MachineTime floor;
    /** By machine and job. */
    private final Map<String, Map<String, Long>> busy = new LinkedHashMap<>();

    private final Map<String, Long> setups = new LinkedHashMap<>();
    private final Map<String, Long> offShift = new LinkedHashMap<>();
    private final Map<String, Long> slow = new LinkedHashMap<>();
    private final List<Delay> others = new ArrayList<>();
    private long underWay;

    DelayWalk(Problem problem, ProblemIndex index, MachineTime floor) {
        this.problem = problem;
        this.index = index;
        this.floor = floor;
    }

    /** What delays the job on the way to this operation, the dearest first. */
    List<Delay> from(Assignment last) {
        var at = last;
        while (at != null) {
            at = before(at);
        }
        var delays = new ArrayList<>(others);
        busy.forEach((machine, jobs) -> delays.add(new Delay.MachineBusy(
                machine,
                jobs.values().stream().mapToLong(Long::longValue).sum(),
                jobs.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList())));
        setups.forEach((machine, seconds) -> delays.add(new Delay.ChangedOver(machine, seconds)));
        offShift.forEach((machine, seconds) -> delays.add(new Delay.OffShift(machine, seconds)));
        slow.forEach((machine, seconds) -> delays.add(new Delay.SlowMachine(machine, seconds)));
        delays.add(new Delay.UnderWay(underWay));
        delays.removeIf(delay -> delay.seconds() <= 0);
        delays.sort(Comparator.comparingLong(Delay::seconds).reversed());
        return delays;
    }

    /** Takes one step back; null where the job began. */
    private @Nullable Assignment before(Assignment at) {
        var step = index.step(at.operationId());
        if (step == null || !step.operation().waiting()) {
            return null;
        }
        add(offShift, at.machineId(), floor.pauses(at.machineId(), at.start(), at.end()));
        slower(step, at);
        var forerunner = forerunner(at);
        long released = Math.max(problem.now(), step.job().releaseDate());
        long ready = forerunner == null ? released : Math.max(released, forerunner.moment());
        waited(step, at, ready);
        if (forerunner == null || forerunner.moment() <= released) {
            others.add(new Delay.Released(released, released - problem.now()));
            return null;
        }
        underWay += forerunner.moment() - forerunner.place().end();
        if (!forerunner.place().jobId().equals(step.job().id())) {
            var other = forerunner.place();
            others.add(new Delay.OtherJob(other.jobId(), other.operationId(), other.end() - released));
            return null;
        }
        return forerunner.place();
    }

    private record Forerunner(Assignment place, long moment) {}

    private @Nullable Forerunner forerunner(Assignment at) {
        Forerunner latest = null;
        for (Precedence precedence : index.predecessors(at.operationId())) {
            var place = floor.place(precedence.before());
            if (place != null) {
                long moment =
                        place.end() + precedence.lag() + problem.transport().between(place.machineId(), at.machineId());
                latest = latest == null || moment > latest.moment() ? new Forerunner(place, moment) : latest;
            }
        }
        return latest;
    }

    /** Charges the time between ready and start to what the machine does meanwhile; what is left is a resource or a pin. */
    private void waited(ProblemIndex.Step step, Assignment at, long ready) {
        var machine = at.machineId();
        long left = at.start() - ready;
        if (left <= 0) {
            return;
        }
        var taken = new HashMap<String, Long>();
        floor.others(
                at,
                ready,
                at.start(),
                (other, seconds) -> {
                    // What stands still over a break keeps the machine, but it is the break that costs.
                    long pause =
                            floor.pauses(machine, Math.max(ready, other.start()), Math.min(at.start(), other.end()));
                    add(taken, other.jobId(), seconds - pause);
                },
                (_, seconds) -> add(setups, machine, seconds));
        taken.forEach((job, seconds) ->
                busy.computeIfAbsent(machine, _ -> new LinkedHashMap<>()).merge(job, seconds, Long::sum));
        left -= taken.values().stream().mapToLong(Long::longValue).sum();
        left -= down(machine, ready, at.start());
        for (var entry : floor.maintenance(machine, ready, at.start()).entrySet()) {
            others.add(new Delay.Maintained(machine, entry.getValue(), entry.getKey()));
            left -= entry.getValue();
        }
        long pause = floor.pauses(machine, ready, at.start());
        add(offShift, machine, pause);
        long own = MachineTime.common(ready, at.start(), at.setupStart(), at.start());
        add(setups, machine, own);
        rest(step, at, left - pause - own);
    }

    private long down(String machine, long from, long to) {
        long sum = 0;
        for (Window window : floor.down(machine, from, to)) {
            long seconds = window.to() - window.from() - floor.pauses(machine, window.from(), window.to());
            others.add(new Delay.MachineDown(machine, seconds, until(machine, window.to())));
            sum += seconds;
        }
        return sum;
    }

    /** The whole window's end: a clipped one would name the start it made possible. */
    private long until(String machine, long time) {
        return index.machine(machine).down().stream()
                .filter(window -> window.from() < time && time <= window.to())
                .mapToLong(Window::to)
                .max()
                .orElse(time);
    }

    private void rest(ProblemIndex.Step step, Assignment at, long seconds) {
        var pin = step.operation().pin();
        var pinned = pin == null ? null : pin.start();
        if (pinned != null) {
            others.add(new Delay.Pinned(at.operationId(), pinned, seconds));
            return;
        }
        var mode = mode(step, at);
        if (mode != null && !mode.needs().isEmpty()) {
            others.add(new Delay.ResourceBusy(mode.needs().getFirst().resourceId(), seconds));
        }
    }

    private void slower(ProblemIndex.Step step, Assignment at) {
        var mode = mode(step, at);
        long fastest = step.operation().modes().stream()
                .mapToLong(Mode::duration)
                .min()
                .orElse(0);
        if (mode != null) {
            add(slow, at.machineId(), mode.duration() - fastest);
        }
    }

    private static @Nullable Mode mode(ProblemIndex.Step step, Assignment at) {
        return step.operation().modes().stream()
                .filter(mode -> mode.machineId().equals(at.machineId()))
                .findFirst()
                .orElse(null);
    }

    private static void add(Map<String, Long> sums, String key, long seconds) {
        if (seconds > 0) {
            sums.merge(key, seconds, Long::sum);
        }
    }
}
