package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.problem.Problem;
import java.util.HashMap;

/**
 * How large one model of a problem would be.
 *
 * @param arcs possible pairs of neighbours on machines, counted where setups are known
 */
record ModelSize(long operations, long arcs) {
    /** Beyond these, ten seconds on two cores mostly go to presolve: 500 operations with setups found nothing. */
    private static final long MOST_OPERATIONS = 1_500;

    private static final long MOST_ARCS = 12_000;

    static ModelSize of(Problem problem) {
        var modes = new HashMap<String, Long>();
        for (var job : problem.jobs()) {
            for (var operation : job.openOperations()) {
                if (operation.family() != null) {
                    operation.allowedModes().forEach(mode -> modes.merge(mode.machineId(), 1L, Long::sum));
                }
            }
        }
        var setups = problem.setups();
        boolean none = setups.byDefault().isEmpty() && setups.byMachine().isEmpty();
        long arcs = none ? 0 : modes.values().stream().mapToLong(n -> n * n).sum();
        return new ModelSize(problem.openOperations(), arcs);
    }

    boolean tooLarge() {
        return operations > MOST_OPERATIONS || arcs > MOST_ARCS;
    }
}
