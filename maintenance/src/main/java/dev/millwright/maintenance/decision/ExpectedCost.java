package dev.millwright.maintenance.decision;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What it costs on average to maintain a machine at a time unless it fails before: the failure's cost if it does, otherwise
 * the stop's and the value of the life it throws away (age replacement, Barlow and Proschan 1965, from where the unit is now).
 *
 * <p>Between the bends of life and calendar all is a straight line or a parabola, so that sums over the pieces' middles are
 * exact.
 */
final class ExpectedCost {
    private static final double STEP = 0.25;

    private final MaintenanceCase machine;
    private final double[] hours;
    private final double[] costs;
    private final double runningOn;

    ExpectedCost(MaintenanceCase machine) {
        this.machine = machine;
        double first = machine.preparationHours();
        var times = times().stream().mapToDouble(Double::doubleValue).toArray();
        int before = 0;
        while (times[before] < first) {
            before++;
        }
        hours = Arrays.copyOfRange(times, before, times.length);
        costs = new double[hours.length];
        double failed = failed(0) * failureCost(0);
        double cheapest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times.length; i++) {
            if (i > 0) {
                double chance = failed(times[i]) - failed(times[i - 1]);
                failed += chance * failureCost((times[i] + times[i - 1]) / 2);
            }
            if (i >= before) {
                double stop = stopCost(times[i]);
                cheapest = Math.min(cheapest, stop);
                costs[i - before] = failed + (1 - failed(times[i])) * stop + lifeLost(times[i]);
            }
        }
        double last = times[times.length - 1];
        runningOn = failed + (1 - failed(last)) * cheapest + lifeLost(last);
    }

    /** The quarters of hours to where costs are known, and every bend between. */
    private NavigableSet<Double> times() {
        double last = machine.knownHours();
        var times = new TreeSet<>(List.of(0.0, machine.preparationHours(), last));
        for (double hour = STEP; hour < last; hour += STEP) {
            times.add(hour);
        }
        machine.life().lives().forEach(life -> times.add(life / machine.lifePerHour()));
        for (var span : machine.downtime().spans()) {
            for (var bend : List.of(span.from(), span.to())) {
                double at = DowntimeCost.hours(machine.now(), bend);
                times.addAll(List.of(
                        at,
                        at - machine.costs().plannedHours(),
                        at - machine.costs().failureHours()));
            }
        }
        return times.subSet(0.0, true, last, true);
    }

    /** Hours from now at which the cost is known, rising. */
    double[] hours() {
        return hours;
    }

    /** The cost of maintaining at each of them. */
    double[] costs() {
        return costs;
    }

    /** The cost of no stop before the end; afterwards the cheapest hour will come again. */
    double runningOn() {
        return runningOn;
    }

    /** How likely the machine has failed by then. */
    double failed(double hour) {
        return machine.life().failureWithin(hour * machine.lifePerHour());
    }

    /** What a failure then costs. */
    double failureCost(double hour) {
        return machine.costs().failure()
                + machine.downtime().of(machine.at(hour), machine.costs().failureHours());
    }

    /** What a stop then costs, without the life it throws away. */
    double stopCost(double hour) {
        return machine.costs().planned()
                + machine.downtime().of(machine.at(hour), machine.costs().plannedHours());
    }

    /** The value of the life that a stop then throws away, on average; lives from the cap on count to the cap. */
    double lifeLost(double hour) {
        var life = machine.life();
        double left = life.lifeWithin(life.cap()) - life.lifeWithin(hour * machine.lifePerHour());
        return machine.costs().lifeHour() * left / machine.lifePerHour();
    }
}
