package dev.millwright.maintenance.drift;

import dev.millwright.inference.drift.DriftWindow;
import dev.millwright.plant.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One machine's signals against training; looked at four times a window. */
final class MachineDrift {
    private final String machine;
    private final TrainingReference reference;
    private final DriftWindow[] windows;
    private final double[] since;
    private List<SignalDrift> signals = List.of();
    private long rows;

    MachineDrift(String machine, TrainingReference reference) {
        this.machine = machine;
        this.reference = reference;
        windows = reference.signals().stream()
                .map(signal -> new DriftWindow(signal.edges(), reference.windowRows()))
                .toArray(DriftWindow[]::new);
        since = new double[windows.length];
        Arrays.fill(since, Double.NaN);
    }

    void add(double time, double[] deviations) {
        for (int s = 0; s < windows.length; s++) {
            if (!Double.isNaN(deviations[s])) {
                windows[s].add(deviations[s]);
            }
        }
        rows++;
        if (rows % Math.max(1, reference.windowRows() / 4) == 0) {
            look(time);
        }
    }

    private void look(double time) {
        var seen = new ArrayList<SignalDrift>();
        for (int s = 0; s < windows.length; s++) {
            if (windows[s].rows() >= reference.windowRows()) {
                var signal = reference.signals().get(s);
                var drift = SignalDrift.of(signal, windows[s].sum(), signal.machineLimit(), null);
                if (drift.stability() == Stability.STABLE) {
                    since[s] = Double.NaN;
                    seen.add(drift);
                } else {
                    since[s] = Double.isNaN(since[s]) ? time : since[s];
                    seen.add(drift.since(since[s]));
                }
            }
        }
        signals = seen;
    }

    DriftWindow.Bucket window(int signal) {
        return windows[signal].sum();
    }

    DriftReport report() {
        return new DriftReport(machine, Math.min(rows, 2L * reference.windowRows()), signals);
    }
}
