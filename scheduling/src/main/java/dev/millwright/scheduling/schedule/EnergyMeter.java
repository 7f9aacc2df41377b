package dev.millwright.scheduling.schedule;

import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Tariff;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what operations draw while they work; during breaks, and during setups, nothing. */
final class EnergyMeter {
    private final Tariff tariff;
    private final Map<String, Long> power = new HashMap<>();
    private final Map<String, List<Window>> breaks = new HashMap<>();
    private final Map<String, List<Window>> away = new HashMap<>();

    EnergyMeter(Problem problem) {
        tariff = problem.tariff();
        if (!tariff.rates().isEmpty()) {
            problem.machines().forEach(machine -> {
                power.put(machine.id(), machine.power());
                breaks.put(machine.id(), machine.breaks());
            });
            problem.resources().forEach(resource -> away.put(resource.id(), resource.away()));
        }
    }

    /** The price of a mode's work over [start, end). */
    long cost(Mode mode, long start, long end) {
        long units = power.getOrDefault(mode.machineId(), 0L);
        if (units == 0) {
            return 0;
        }
        var pauses = new ArrayList<>(breaks.getOrDefault(mode.machineId(), List.of()));
        mode.needs().forEach(need -> pauses.addAll(away.getOrDefault(need.resourceId(), List.of())));
        long price = tariff.price(start, end);
        for (var pause : Window.merged(pauses)) {
            long from = Math.max(start, pause.from());
            long to = Math.min(end, pause.to());
            price -= from < to ? tariff.price(from, to) : 0;
        }
        return units * price;
    }
}
