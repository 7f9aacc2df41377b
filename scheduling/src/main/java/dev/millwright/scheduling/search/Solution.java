package dev.millwright.scheduling.search;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A schedule of a {@link JobShop}: every machine takes its operations in the given order.
 *
 * @param value what the search makes small: the makespan, or what the jobs cost
 * @param order all operations, none before its job's forerunner
 * @param mode the chosen mode by operation
 * @param start by operation
 */
@SuppressWarnings("ArrayRecordComponent") // kept by the thousand and never compared
record Solution(long value, int[] order, int[] mode, int[] start) {

    /** A schedule of the shop's operations: their order and machines, each as soon as it can be. */
    static Solution of(JobShop shop, Schedule schedule) {
        var placed = schedule.byOperation();
        var mode = new int[shop.operations];
        var start = new long[shop.operations];
        for (int i = 0; i < mode.length; i++) {
            var assignment =
                    requireNonNull(placed.get(shop.steps.get(i).operation().id()));
            start[i] = assignment.start();
            while (!shop.machineIds[shop.machineOf[i][mode[i]]].equals(assignment.machineId())) {
                mode[i]++;
            }
        }
        // Operations are numbered job by job in sequence, so that a stable sort keeps each job's sequence among equal
        // starts.
        int[] order = IntStream.range(0, shop.operations)
                .boxed()
                .sorted(Comparator.comparingLong(i -> start[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var graph = shop.graph();
        graph.load(order, mode);
        return graph.solution();
    }

    /** In the words of the request; {@code origin} says who found it. */
    Schedule schedule(JobShop shop, PlanRequest request, String origin) {
        long now = request.problem().now();
        var waiting = new ArrayList<Assignment>(shop.operations);
        for (int i = 0; i < shop.operations; i++) {
            var step = shop.steps.get(i);
            long from = now + start[i];
            waiting.add(new Assignment(
                    step.job().id(),
                    step.operation().id(),
                    shop.machineIds[shop.machineOf[i][mode[i]]],
                    0,
                    from,
                    from + shop.durationOf[i][mode[i]]));
        }
        return request.schedule(origin, waiting, List.of());
    }
}
