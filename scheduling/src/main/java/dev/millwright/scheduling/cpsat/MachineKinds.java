package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Which machines need which constraints: setups only where they can occur, calendars of starts only where they must. */
final class MachineKinds {
    final Set<String> withSetups = new TreeSet<>();
    private final Problem problem;
    private final ProblemIndex index;
    private final Set<String> byStarts = new HashSet<>();

    MachineKinds(Problem problem, ProblemIndex index) {
        this.problem = problem;
        this.index = index;
        findSetups();
        findStarts();
    }

    /**
     * Whether the intervals on a machine, with its breaks and stops among them, are its whole calendar. Not so where an
     * operation stretches over a break, a blocking part stays through one, a resource has hours of its own, or work
     * overlaps.
     */
    boolean byIntervals(String machineId) {
        return !byStarts.contains(machineId);
    }

    /** The longest setup before an operation on a machine. */
    long longestSetup(String machineId, Operation operation) {
        var setups = problem.setups();
        long longest = setups.between(machineId, index.setupState(machineId), operation.family());
        for (var from :
                setups.byMachine().getOrDefault(machineId, setups.byDefault()).keySet()) {
            longest = Math.max(longest, setups.between(machineId, from, operation.family()));
        }
        return longest;
    }

    private void findSetups() {
        var families = new HashMap<String, Set<String>>();
        for (var job : problem.jobs()) {
            for (var operation : job.openOperations()) {
                if (operation.family() != null) {
                    for (var mode : operation.allowedModes()) {
                        families.computeIfAbsent(mode.machineId(), _ -> new HashSet<>())
                                .add(operation.family());
                    }
                }
            }
        }
        families.forEach((machine, set) -> {
            if (!index.machine(machine).unlimited() && neededBetween(machine, set)) {
                withSetups.add(machine);
            }
        });
    }

    private boolean neededBetween(String machine, Set<String> families) {
        var from = new HashSet<>(families);
        var state = index.setupState(machine);
        if (state != null) {
            from.add(state);
        }
        return from.stream()
                .anyMatch(a -> families.stream().anyMatch(b -> problem.setups().between(machine, a, b) > 0));
    }

    private void findStarts() {
        problem.machines().stream()
                .filter(machine -> machine.unlimited())
                .forEach(machine -> byStarts.add(machine.id()));
        for (var job : problem.jobs()) {
            for (var operation : job.openOperations()) {
                boolean blocks = index.successors(operation.id()).stream()
                        .anyMatch(precedence -> precedence.link() == Link.BLOCKING);
                for (var mode : operation.allowedModes()) {
                    var machine = index.machine(mode.machineId());
                    var hours = index.breaks(mode);
                    boolean own = !hours.equals(machine.breaks());
                    boolean over = operation.stretches() && !hours.isEmpty();
                    if (own
                            || over
                            || (blocks && !(hours.isEmpty() && machine.down().isEmpty()))) {
                        byStarts.add(machine.id());
                    }
                }
            }
        }
    }
}
