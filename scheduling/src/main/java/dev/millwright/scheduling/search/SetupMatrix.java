package dev.millwright.scheduling.search;

import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.ProblemIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Setup seconds with families as numbers; number 0 stands for no family. */
final class SetupMatrix {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] familyOf;
    private final int[] stateOf;
    /** By machine, family it is left in, family to come. */
    private final long[][][] seconds;

    SetupMatrix(Problem problem, ProblemIndex index, List<Operation> operations) {
        var families = new TreeSet<String>();
        for (var operation : operations) {
            if (operation.family() != null) {
                families.add(operation.family());
            }
        }
        var states = problem.machines().stream()
                .map(machine -> index.setupState(machine.id()))
                .toList();
        states.stream().filter(state -> state != null).forEach(families::add);
        families.forEach(family -> numbers.put(family, numbers.size() + 1));
        familyOf = operations.stream()
                .mapToInt(operation -> number(operation.family()))
                .toArray();
        stateOf = states.stream().mapToInt(this::number).toArray();
        seconds = new long[problem.machines().size()][][];
        for (int m = 0; m < seconds.length; m++) {
            seconds[m] = matrix(problem, problem.machines().get(m).id());
        }
    }

    /** How many numbers the matrices of a problem have. */
    static long size(Problem problem) {
        long families = problem.jobs().stream()
                        .flatMap(job -> job.openOperations().stream())
                        .map(Operation::family)
                        .filter(family -> family != null)
                        .distinct()
                        .count()
                + problem.machines().size()
                + 1;
        boolean none = problem.setups().byDefault().isEmpty()
                && problem.setups().byMachine().isEmpty();
        return none ? 0 : families * families * problem.machines().size();
    }

    /** Before an operation, on a machine where {@code before} ran last; a negative one stands for nothing yet. */
    long before(int machine, int before, int operation) {
        var matrix = seconds[machine];
        return matrix.length == 0 ? 0 : matrix[before < 0 ? stateOf[machine] : familyOf[before]][familyOf[operation]];
    }

    private int number(@Nullable String family) {
        return family == null ? 0 : numbers.getOrDefault(family, 0);
    }

    /** Empty when the machine needs no setup. */
    private long[][] matrix(Problem problem, String machine) {
        var matrix = new long[numbers.size() + 1][numbers.size() + 1];
        boolean any = false;
        for (var from : numbers.entrySet()) {
            for (var to : numbers.entrySet()) {
                long needed = problem.setups().between(machine, from.getKey(), to.getKey());
                matrix[from.getValue()][to.getValue()] = needed;
                any |= needed > 0;
            }
        }
        return any ? matrix : new long[0][];
    }
}
