package dev.millwright.scheduling.schedule;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A slow judge that knows nothing of intervals: it walks through every second of every machine and resource. */
final class SecondBySecond {
    private final Problem problem;
    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Assignment> places = new HashMap<>();
    private final Map<String, Machine> machines = new HashMap<>();
    private final List<Precedence> precedences;

    private SecondBySecond(Problem problem, List<Assignment> assignments) {
        this.problem = problem;
        problem.jobs().forEach(job -> job.operations().forEach(each -> operations.put(each.id(), each)));
        assignments.forEach(each -> places.put(each.operationId(), each));
        problem.machines().forEach(machine -> machines.put(machine.id(), machine));
        precedences = Stream.concat(
                        problem.jobs().stream().flatMap(job -> job.precedences().stream()),
                        problem.precedences().stream())
                .toList();
    }

    /** Whether waiting operations keep all rules; what has begun and the maintenance are taken as right. */
    static boolean accepts(Problem problem, List<Assignment> assignments, List<MaintenancePlacement> maintenance) {
        var judge = new SecondBySecond(problem, assignments);
        return judge.operationsAlone()
                && judge.linked()
                && judge.apart(maintenance)
                && judge.setupsRight()
                && judge.resourcesEnough();
    }

    private boolean operationsAlone() {
        for (var job : problem.jobs()) {
            for (var operation : job.openOperations()) {
                var place = place(operation);
                var mode = mode(operation);
                var machine = machine(place);
                if (mode == null
                        || place.start() < job.releaseDate()
                        || place.setupStart() < Math.max(problem.now(), machine.availableFrom())
                        || !worksRight(operation, mode, place, machine)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean worksRight(Operation operation, Mode mode, Assignment place, Machine machine) {
        for (long t = place.setupStart(); t < place.start(); t++) {
            if (in(machine.breaks(), t) || in(machine.down(), t)) {
                return false;
            }
        }
        long worked = 0;
        for (long t = place.start(); t < place.end(); t++) {
            boolean pause = in(machine.breaks(), t) || away(mode, t);
            boolean edge = t == place.start() || t == place.end() - 1;
            if (in(machine.down(), t) || (pause && (edge || !operation.stretches()))) {
                return false;
            }
            worked += pause ? 0 : 1;
        }
        return worked == mode.duration();
    }

    private boolean linked() {
        for (var precedence : precedences) {
            var after = operation(precedence.after());
            if (after.waiting()) {
                var from = place(operation(precedence.before()));
                var to = place(after);
                long moment =
                        from.end() + precedence.lag() + problem.transport().between(from.machineId(), to.machineId());
                boolean missed = precedence.link() == Link.NO_WAIT && to.start() != moment && moment >= problem.now();
                if (to.start() < moment || missed) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean apart(List<MaintenancePlacement> maintenance) {
        for (var machine : problem.machines()) {
            var taken = new HashSet<Long>();
            for (var place : places.values()) {
                if (place.machineId().equals(machine.id())
                        && !machine.unlimited()
                        && !take(taken, Math.max(problem.now(), place.setupStart()), left(place))) {
                    return false;
                }
            }
            for (var each : maintenance) {
                for (var place : places.values()) {
                    if (each.machineId().equals(machine.id())
                            && place.machineId().equals(machine.id())
                            && left(place) > problem.now()
                            && place.setupStart() < each.end()
                            && each.start() < left(place)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean take(Set<Long> taken, long from, long to) {
        for (long t = from; t < to; t++) {
            if (!taken.add(t)) {
                return false;
            }
        }
        return true;
    }

    private long left(Assignment place) {
        long left = place.end();
        for (var precedence : precedences) {
            if (precedence.link() == Link.BLOCKING && precedence.before().equals(place.operationId())) {
                var after = place(operation(precedence.after()));
                left = Math.max(left, after.machineId().equals(place.machineId()) ? after.setupStart() : after.start());
            }
        }
        return left;
    }

    private boolean setupsRight() {
        for (var machine : problem.machines()) {
            var family = machine.setupState();
            var order = new ArrayList<>(places.values());
            order.sort(Comparator.comparingLong(Assignment::start));
            for (var place : order) {
                var operation = operation(place.operationId());
                boolean running = operation.progress() instanceof Progress.Running;
                if (!place.machineId().equals(machine.id()) || !(running || operation.waiting())) {
                    continue;
                }
                long setup =
                        machine.unlimited() ? 0 : problem.setups().between(machine.id(), family, operation.family());
                if (operation.waiting() && place.setupTime() != setup) {
                    return false;
                }
                family = operation.family() == null && running ? family : operation.family();
            }
        }
        return true;
    }

    private boolean resourcesEnough() {
        for (var resource : problem.resources()) {
            var used = new HashMap<Long, Integer>();
            var byWaiting = new HashSet<Long>();
            for (var operation : operations.values()) {
                var place = place(operation);
                var mode = mode(operation);
                int amount = mode == null
                        ? 0
                        : mode.needs().stream()
                                .filter(need -> need.resourceId().equals(resource.id()))
                                .mapToInt(need -> need.amount())
                                .sum();
                for (long t = Math.max(problem.now(), place.start()); amount > 0 && t < place.end(); t++) {
                    used.merge(t, amount, Integer::sum);
                    if (operation.waiting()) {
                        byWaiting.add(t);
                    }
                }
            }
            if (byWaiting.stream().anyMatch(t -> used.getOrDefault(t, 0) > resource.capacity())) {
                return false;
            }
        }
        return true;
    }

    private boolean away(Mode mode, long time) {
        return problem.resources().stream()
                .filter(resource ->
                        mode.needs().stream().anyMatch(need -> need.resourceId().equals(resource.id())))
                .anyMatch(resource -> in(resource.away(), time));
    }

    private static boolean in(List<Window> windows, long time) {
        return windows.stream().anyMatch(window -> window.from() <= time && time < window.to());
    }

    private Operation operation(String id) {
        return requireNonNull(operations.get(id));
    }

    private Assignment place(Operation operation) {
        return requireNonNull(places.get(operation.id()));
    }

    private Machine machine(Assignment place) {
        return requireNonNull(machines.get(place.machineId()));
    }

    private @Nullable Mode mode(Operation operation) {
        return operation.modes().stream()
                .filter(mode -> mode.machineId().equals(place(operation).machineId()))
                .findFirst()
                .orElse(null);
    }
}
