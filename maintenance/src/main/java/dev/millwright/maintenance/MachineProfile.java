package dev.millwright.maintenance;

import dev.millwright.plant.Costs;
import java.util.List;

/**
 * What is known about a machine before its first reading.
 *
 * @param unitLives past lives between failures, in hours or cycles; one expected life is better than none
 * @param age hours or cycles already run since the last failure or overhaul
 * @param plannedDowntimeHours how long planned maintenance takes
 * @param failureDowntimeHours how long a repair after a failure takes
 * @param costs what a failure, planned maintenance and an hour of standing still cost
 */
public record MachineProfile(
        String machine,
        List<MonitoredSignal> signals,
        List<Double> unitLives,
        double age,
        double plannedDowntimeHours,
        double failureDowntimeHours,
        Costs costs) {

    /** A machine at the usual costs. */
    public MachineProfile(
            String machine,
            List<MonitoredSignal> signals,
            List<Double> unitLives,
            double age,
            double plannedDowntimeHours,
            double failureDowntimeHours) {
        this(machine, signals, unitLives, age, plannedDowntimeHours, failureDowntimeHours, Costs.USUAL);
    }

    /** What a failure costs in all, at an hour in which the machine should work. */
    double failureCost() {
        return costs.failure() + failureDowntimeHours * costs.downtimeHour();
    }

    /** What planned maintenance costs in all, at such an hour. */
    double plannedCost() {
        return costs.maintenance() + plannedDowntimeHours * costs.downtimeHour();
    }

    public MachineProfile {
        signals = List.copyOf(signals);
        unitLives = List.copyOf(unitLives);
        for (double life : unitLives) {
            if (!(life > 0 && life < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Machine %s has a past life of %s.\nLives between failures are positive numbers."
                                .formatted(machine, life));
            }
        }
        if (!(age >= 0) || !(plannedDowntimeHours > 0) || !(failureDowntimeHours > 0)) {
            throw new IllegalArgumentException(
                    "Machine %s has age %s, planned downtime %s h and failure downtime %s h.\n"
                                    .formatted(machine, age, plannedDowntimeHours, failureDowntimeHours)
                            + "Give an age from 0 and downtimes above 0.");
        }
    }
}
