package dev.millwright.scheduling.problem;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job.
 *
 * @param id unique in the whole problem
 * @param family its setup family; null: needs no setup and asks none of the operation after it
 * @param modes the machines that can do it, at most once each
 * @param stretches whether a break may interrupt it: it goes on afterwards and ends so much later
 */
public record Operation(
        String id,
        @Nullable String family,
        List<Mode> modes,
        Progress progress,
        @Nullable Pin pin,
        boolean stretches) {
    public Operation {
        Check.name(id, "operation id");
        modes = List.copyOf(modes);
        var machines = new HashSet<String>();
        for (var mode : modes) {
            Check.that(
                    machines.add(mode.machineId()),
                    "Operation " + id + " lists machine " + mode.machineId() + " twice",
                    "Keep one mode a machine, the faster one.");
        }
        Check.that(
                !(progress instanceof Progress.Waiting) || !modes.isEmpty(),
                "Operation " + id + " has no mode",
                "Name at least one machine that can do it.");
        var pinned = pin == null ? null : pin.machineId();
        Check.that(
                pinned == null || machines.contains(pinned),
                "Operation " + id + " is pinned to " + pinned + ", which is not among its modes " + machines,
                "Pin it to one of its machines, or add a mode.");
    }

    /** An operation that no break may interrupt. */
    public Operation(String id, @Nullable String family, List<Mode> modes, Progress progress, @Nullable Pin pin) {
        this(id, family, modes, progress, pin, false);
    }

    /** A waiting operation without family or pin. */
    public static Operation of(String id, Mode... modes) {
        return new Operation(id, null, List.of(modes), Progress.WAITING, null);
    }

    /** This operation as one of a setup family. */
    public Operation family(String name) {
        return new Operation(id, name, modes, progress, pin, stretches);
    }

    /** This operation, this far. */
    public Operation progress(Progress now) {
        return new Operation(id, family, modes, now, pin, stretches);
    }

    /** This operation, pinned, or with null free again. */
    public Operation pin(@Nullable Pin wish) {
        return new Operation(id, family, modes, progress, wish, stretches);
    }

    /** This operation, which breaks may interrupt. */
    public Operation stretching() {
        return new Operation(id, family, modes, progress, pin, true);
    }

    /** Whether the planner still decides about it. */
    public boolean waiting() {
        return progress instanceof Progress.Waiting;
    }

    /** The modes a pin leaves. */
    public List<Mode> allowedModes() {
        var machine = pin == null ? null : pin.machineId();
        return machine == null
                ? modes
                : modes.stream()
                        .filter(mode -> mode.machineId().equals(machine))
                        .toList();
    }
}
