package dev.millwright.maintenance.drift;

import dev.millwright.inference.drift.DriftWindow;
import dev.millwright.maintenance.features.FeatureSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches whether machines drift away from those their model was trained on. A row costs the same however many went before.
 */
public final class DriftMonitor {
    private final FeatureSpace space;
    private final TrainingReference reference;
    private final Map<String, MachineDrift> machines = new TreeMap<>();

    /** @param space of the same model as the reference */
    public DriftMonitor(FeatureSpace space, TrainingReference reference) {
        this.space = space;
        this.reference = reference;
    }

    /** Takes a machine's next row; a value that is no number is passed over. */
    public void add(String machine, double time, double[] row) {
        machines.computeIfAbsent(machine, name -> new MachineDrift(name, reference))
                .add(time, TrainingReference.deviations(space, row));
    }

    /** Forgets a machine, as after it was maintained or sent elsewhere. */
    public void forget(String machine) {
        machines.remove(machine);
    }

    /** Each machine, those that have moved most first. */
    public List<DriftReport> machines() {
        return machines.values().stream()
                .map(MachineDrift::report)
                .sorted(Comparator.comparing(DriftReport::stability)
                        .reversed()
                        .thenComparing(report -> report.signals().isEmpty()
                                ? 0
                                : -report.signals().getFirst().psi()))
                .toList();
    }

    /**
     * All machines together, against training as it is: what differs between machines evens out in a fleet of all ages.
     * Nothing while they have fewer rows than one window.
     */
    public DriftReport fleet() {
        long rows = machines.values().stream()
                .mapToLong(machine -> machine.report().rows())
                .sum();
        var signals = new ArrayList<SignalDrift>();
        for (int s = 0; s < reference.signals().size() && rows >= reference.windowRows(); s++) {
            var signal = reference.signals().get(s);
            var sum = new DriftWindow.Bucket(signal.shares().size());
            for (var machine : machines.values()) {
                sum.add(machine.window(s));
            }
            signals.add(SignalDrift.of(signal, sum, 0, null));
        }
        return new DriftReport("fleet", rows, signals);
    }
}
