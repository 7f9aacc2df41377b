package dev.millwright.scheduling.search;

import static java.util.Objects.requireNonNull;

import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A schedule of a {@link SequencedShop}: every machine takes its operations in the given order.
 *
 * @param order all operations, none before what it waits for
 * @param mode the chosen mode by operation
 */
@SuppressWarnings("ArrayRecordComponent") // kept by the thousand and never compared
record Sequences(double cost, int[] order, int[] mode) {

    /** The order and the machines of a schedule. */
    static Sequences of(SequencedShop shop, Worth worth, Schedule schedule) {
        var placed = schedule.byOperation();
        var mode = new int[shop.operations];
        var start = new long[shop.operations];
        for (int i = 0; i < mode.length; i++) {
            var assignment = requireNonNull(placed.get(shop.operationList.get(i).id()));
            int machine = shop.number(assignment.machineId());
            start[i] = assignment.start();
            while (shop.machineOf[i][mode[i]] != machine) {
                mode[i]++;
            }
        }
        int[] order = inOrder(shop, start);
        var graph = new SequenceGraph(shop);
        graph.load(order, mode);
        return new Sequences(worth.of(graph), order, mode);
    }

    /** In the words of the request. */
    Schedule schedule(SequencedShop shop, PlanRequest request, List<MaintenancePlacement> maintenance, String origin) {
        var graph = new SequenceGraph(shop);
        graph.load(order, mode);
        var waiting = new ArrayList<Assignment>(shop.operations);
        for (int i = 0; i < shop.operations; i++) {
            waiting.add(new Assignment(
                    shop.jobs.get(shop.jobOf[i]).id(),
                    shop.operationList.get(i).id(),
                    shop.problem.machines().get(graph.machine(i)).id(),
                    graph.setup[i],
                    graph.start[i],
                    graph.completion[i]));
        }
        return request.schedule(origin, waiting, maintenance);
    }

    /** By start, but nothing before what it waits for, whatever the schedule says. */
    private static int[] inOrder(SequencedShop shop, long[] start) {
        var open = new int[shop.operations];
        var next = new PriorityQueue<Integer>(
                Comparator.<Integer>comparingLong(i -> start[i]).thenComparingInt(i -> i));
        for (int i = 0; i < open.length; i++) {
            open[i] = shop.before[i].length;
            if (open[i] == 0) {
                next.add(i);
            }
        }
        var order = new int[shop.operations];
        for (int place = 0; place < order.length; place++) {
            int operation = next.remove();
            order[place] = operation;
            for (int after : shop.after[operation]) {
                if (--open[after] == 0) {
                    next.add(after);
                }
            }
        }
        return order;
    }
}
