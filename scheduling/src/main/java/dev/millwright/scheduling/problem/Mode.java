package dev.millwright.scheduling.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to do an operation: on this machine, in this many seconds of working time.
 *
 * @param needs what it holds of secondary resources from its start to its end, at most once each
 * @param cost what choosing it costs, such as a subcontractor's price
 */
public record Mode(String machineId, long duration, List<Need> needs, long cost) {
    public Mode {
        Check.name(machineId, "machine id");
        Check.that(
                duration >= 0,
                "Duration on " + machineId + " is negative: " + duration,
                "Give durations in seconds, zero or more.");
        Check.that(cost >= 0, "The mode on " + machineId + " costs " + cost, "Use a cost of zero or more.");
        needs = List.copyOf(needs);
        Check.that(
                needs.stream().map(Need::resourceId).distinct().count() == needs.size(),
                "The mode on " + machineId + " names a resource twice: " + needs,
                "Sum the amounts up in one need.");
    }

    /** A mode without needs or cost. */
    public Mode(String machineId, long duration) {
        this(machineId, duration, List.of(), 0);
    }

    /** So much work at a machine's speed, rounded up: factor 2 takes half the time. */
    public static Mode ofWork(String machineId, long seconds, double speedFactor) {
        Check.that(
                speedFactor > 0,
                "The speed factor on " + machineId + " is " + speedFactor,
                "Use 1 for ordinary speed, more for a faster machine.");
        return new Mode(machineId, (long) Math.ceil(seconds / speedFactor));
    }

    /** A batch done piece by piece without a stop; it moves on as a whole. */
    public static Mode ofQuantity(String machineId, long quantity, double secondsPerPiece) {
        Check.that(
                quantity > 0,
                "The quantity on " + machineId + " is " + quantity,
                "Give one piece or more, or leave the operation out.");
        return new Mode(machineId, (long) Math.ceil(quantity * secondsPerPiece));
    }

    /** This mode holding one of a resource as well. */
    public Mode needing(String resourceId) {
        return needing(resourceId, 1);
    }

    /** This mode holding so much of a resource as well. */
    public Mode needing(String resourceId, int amount) {
        var longer = new ArrayList<>(needs);
        longer.add(new Need(resourceId, amount));
        return new Mode(machineId, duration, longer, cost);
    }

    /** This mode at a cost. */
    public Mode costing(long price) {
        return new Mode(machineId, duration, needs, price);
    }
}
