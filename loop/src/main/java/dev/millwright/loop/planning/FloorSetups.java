package dev.millwright.loop.planning;

import dev.millwright.plant.Plant;
import dev.millwright.scheduling.problem.SetupTimes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a plant's setup times come to from family to family. */
final class FloorSetups {

    private FloorSetups() {}

    /** The matrix of each machine on which changing over takes time. */
    static SetupTimes of(Plant plant) {
        var families = new HashMap<String, Set<String>>();
        for (var product : plant.products()) {
            for (var step : product.route()) {
                families.computeIfAbsent(step.capability(), _ -> new TreeSet<>())
                        .add(step.family());
            }
        }
        var byMachine = new HashMap<String, Map<String, Map<String, Long>>>();
        for (var machine : plant.machines()) {
            var matrix = new HashMap<String, Map<String, Long>>();
            for (var capability : machine.capabilities()) {
                for (var from : families.getOrDefault(capability, Set.of())) {
                    for (var to : families.getOrDefault(capability, Set.of())) {
                        long seconds = plant.setupSeconds(capability, from, to);
                        if (seconds > 0) {
                            matrix.computeIfAbsent(from, _ -> new HashMap<>()).merge(to, seconds, Math::max);
                        }
                    }
                }
            }
            if (!matrix.isEmpty()) {
                byMachine.put(machine.id().path(), matrix);
            }
        }
        return new SetupTimes(Map.of(), byMachine);
    }
}
