package dev.millwright.simulation;

import dev.millwright.plant.Machine;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The words a machine has for its own breakdown, by the sensor that saw it coming. */
final class Faults {

    private static final Map<String, String> WORDS = Map.of(
            "vibration", "bearing seized",
            "current", "motor overloaded",
            "temperature", "overheated",
            "vacuum", "vacuum pump failed",
            "pressure", "air supply lost",
            "force", "squeegee blade broken",
            "speed", "drive belt slipping",
            "intensity", "lamp burnt out",
            "resistance", "contact pins worn");

    private Faults() {}

    static String draw(Machine machine, RandomGenerator chance) {
        var wearing =
                machine.signals().stream().filter(signal -> signal.wear() != 0).toList();
        if (wearing.isEmpty()) {
            return "worn out";
        }
        String signal = wearing.get(chance.nextInt(wearing.size())).name();
        return WORDS.entrySet().stream()
                .filter(entry -> signal.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(signal + " out of bounds");
    }
}
