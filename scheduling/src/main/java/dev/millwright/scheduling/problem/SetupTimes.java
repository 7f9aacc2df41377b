package dev.millwright.scheduling.problem;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Seconds to change a machine from one family to another; a pair that is not listed needs none.
 *
 * @param byDefault from family, to family, seconds: for machines without a matrix of their own
 * @param byMachine a matrix for each machine that has its own
 */
public record SetupTimes(
        Map<String, Map<String, Long>> byDefault, Map<String, Map<String, Map<String, Long>>> byMachine) {
    public SetupTimes {
        byDefault = copy(byDefault);
        var copies = new HashMap<String, Map<String, Map<String, Long>>>();
        byMachine.forEach((machine, matrix) -> copies.put(machine, copy(matrix)));
        byMachine = Map.copyOf(copies);
    }

    /** No setups anywhere. */
    public static SetupTimes none() {
        return new SetupTimes(Map.of(), Map.of());
    }

    /** One matrix for all machines. */
    public static SetupTimes everywhere(Map<String, Map<String, Long>> matrix) {
        return new SetupTimes(matrix, Map.of());
    }

    /** The setup before an operation of family {@code to} on a machine left in family {@code from}. */
    public long between(String machineId, @Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return 0;
        }
        var row = byMachine.getOrDefault(machineId, byDefault).get(from);
        return row == null ? 0 : row.getOrDefault(to, 0L);
    }

    /** The mean of the setups that take time; 0 when none does. */
    public double mean() {
        return Stream.concat(Stream.of(byDefault), byMachine.values().stream())
                .flatMap(matrix -> matrix.values().stream())
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .filter(seconds -> seconds > 0)
                .average()
                .orElse(0);
    }

    private static Map<String, Map<String, Long>> copy(Map<String, Map<String, Long>> matrix) {
        var copies = new HashMap<String, Map<String, Long>>();
        matrix.forEach((from, row) -> {
            row.forEach((to, seconds) -> Check.that(
                    seconds >= 0,
                    "Setup from " + from + " to " + to + " takes " + seconds + " s",
                    "Use zero or more seconds."));
            copies.put(from, Map.copyOf(row));
        });
        return Map.copyOf(copies);
    }
}
