package dev.millwright.simulation;

import dev.millwright.plant.Machine;
import dev.millwright.plant.Reading;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** All sensors of one machine; those with the same period are read together. */
final class Sensors {

    private final Floor floor;
    private final Machine machine;
    private final DoubleSupplier wear;
    private final List<SignalSource> sources = new ArrayList<>();
    private int factor = 1;

    Sensors(Floor floor, Machine machine, DoubleSupplier wear) {
        this.floor = floor;
        this.machine = machine;
        this.wear = wear;
        var groups = new TreeMap<Double, List<SignalSource>>();
        for (var signal : machine.signals()) {
            var source = new SignalSource(
                    signal, floor.chance(machine.id(), "signal/" + signal.name()), floor.time(), wear.getAsDouble());
            sources.add(source);
            groups.computeIfAbsent(signal.periodSeconds(), period -> new ArrayList<>())
                    .add(source);
        }
        var phase = floor.chance(machine.id(), "sampling");
        groups.forEach((period, group) -> floor.after(period * phase.nextDouble(), "sample", () -> sample(group)));
    }

    /** Takes every k-th reading only. */
    void setFactor(int k) {
        factor = k;
    }

    List<Reading> last() {
        return sources.stream().map(SignalSource::last).toList();
    }

    private void sample(List<SignalSource> group) {
        double level = wear.getAsDouble();
        var time = floor.time();
        var readings = new ArrayList<Reading>(group.size());
        for (var source : group) {
            readings.add(source.take(time, level));
        }
        floor.say(machine.id(), new Fact.ReadingsTaken(readings));
        floor.after(group.getFirst().signal().periodSeconds() * factor, "sample", () -> sample(group));
    }
}
