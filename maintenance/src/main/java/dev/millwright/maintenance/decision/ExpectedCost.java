package dev.millwright.maintenance.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What it costs on average to maintain a machine at a time unless it fails before: the failure's cost if it does, otherwise
 * the stop's and the value of the life it throws away (age replacement, Barlow and Proschan 1965, from where the unit is now).
 *
 * <p>Between the bends of life and calendar all is a straight line or a parabola, so that sums over the pieces' middles are
 * exact. Beyond the horizon the calendar is taken as an ordinary week's: a failure costs what it does on average, and a stop
 * what it does at the cheapest hour, which will come again.
 */
final class ExpectedCost {
    private static final double STEP = 0.25;
    /** Into as many parts the time beyond the horizon is split. */
    private static final int LATER = 256;

    private static final double WEEK = 7 * 24;

    private final MaintenanceCase machine;
    private final double[] hours;
    private final double[] costs;
    private final double deferred;

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
        for (int i = 0; i < times.length; i++) {
            if (i > 0) {
                double chance = failed(times[i]) - failed(times[i - 1]);
                failed += chance * failureCost((times[i] + times[i - 1]) / 2);
            }
            if (i >= before) {
                costs[i - before] = failed + (1 - failed(times[i])) * stopCost(times[i]) + lifeLost(times[i]);
            }
        }
        deferred = deferred(times[times.length - 1], failed);
    }

    /** @param failed what failures until the horizon's end cost */
    private double deferred(double horizon, double failed) {
        double failure = machine.costs().failure()
                + machine.costs().failureHours() * machine.downtime().of(machine.now(), WEEK) / WEEK;
        double stop = cheapestStop();
        double end = machine.capHours();
        var later = new TreeSet<>(List.of(horizon, end));
        for (int i = 1; i < LATER; i++) {
            later.add(horizon + i * (end - horizon) / LATER);
        }
        machine.life().lives().forEach(life -> later.add(life / machine.lifePerHour()));
        double least = Double.POSITIVE_INFINITY;
        for (double hour : later.subSet(horizon, true, end, true)) {
            double cost =
                    failed + (failed(hour) - failed(horizon)) * failure + (1 - failed(hour)) * stop + lifeLost(hour);
            least = Math.min(least, cost);
        }
        return least;
    }

    /** What a stop costs at the cheapest hour of the week to come: a straight line between the calendar's bends. */
    private double cheapestStop() {
        double least = stopCost(machine.preparationHours());
        for (var span : machine.downtime().spans()) {
            for (var bend : List.of(span.from(), span.to())) {
                least = Math.min(least, Math.min(stopIn(bend), stopIn(bend.minusNanos(nanos()))));
            }
        }
        return least;
    }

    private double stopIn(Instant time) {
        double hour = DowntimeCost.hours(machine.now(), time);
        return hour < machine.preparationHours() || hour > WEEK ? Double.POSITIVE_INFINITY : stopCost(hour);
    }

    private long nanos() {
        return Math.round(machine.costs().plannedHours() * 3.6e12);
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

    /** The cost of no stop before the horizon, and of the best one afterwards as far as the model knows. */
    double deferred() {
        return deferred;
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
