package dev.millwright.maintenance;

import java.util.List;

/**
 * What is known about a machine before its first reading.
 *
 * @param unitLives past lives between failures, in hours or cycles; one expected life is better than none
 * @param age hours or cycles already run since the last failure or overhaul
 * @param plannedDowntimeHours how long planned maintenance takes
 * @param failureDowntimeHours how long a repair after a failure takes
 */
public record MachineProfile(
        String machine,
        List<MonitoredSignal> signals,
        List<Double> unitLives,
        double age,
        double plannedDowntimeHours,
        double failureDowntimeHours) {

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
