package dev.millwright.maintenance.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** When machines failed and were renewed, by machine in the order of time; a failure comes before the repair of its moment. */
final class LifeEnds {
    private static final int NAMED = 5;

    private final Map<String, List<LifeEnd>> byUnit = new TreeMap<>();

    /**
     * Reads what a source names.
     *
     * @throws IllegalArgumentException when a file is none of failures, or says something twice
     */
    static LifeEnds read(FleetSource source, Clock clock) {
        var ends = new LifeEnds();
        if (source.failures() != null) {
            ends.add(source.failures(), source.columns(), true, clock);
        }
        if (source.renewals() != null) {
            ends.add(source.renewals(), source.columns(), false, clock);
        }
        ends.byUnit
                .values()
                .forEach(each -> each.sort(Comparator.comparingDouble(LifeEnd::time)
                        .thenComparing(LifeEnd::failed, Comparator.reverseOrder())));
        return ends;
    }

    private void add(Path file, Columns columns, boolean failed, Clock clock) {
        var lines = new HashMap<String, Long>();
        CsvTable.read(file, table -> {
            int unit = table.place(columns.unit());
            int time = table.place(columns.time());
            int mode = failed && !columns.mode().isEmpty() ? table.place(columns.mode()) : -1;
            return (line, cells) -> {
                var name = table.unit(line, unit, cells);
                double when = clock.time(table, line, time, cells);
                var before = lines.put(name + "\n" + when, line);
                if (before != null) {
                    throw new IllegalArgumentException(
                            "%s line %d says the same of machine %s as line %d.\nSay each %s once."
                                    .formatted(file, line, name, before, failed ? "failure" : "maintenance"));
                }
                byUnit.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(new LifeEnd(name, when, failed, mode < 0 ? "" : cells[mode], file + " line " + line));
            };
        });
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has a header and no rows.\nGive machine and time of each, a row each.");
        }
    }

    List<LifeEnd> of(String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    /** Refuses ends of machines that nothing else is known of: names are most often written in two ways. */
    void onlyOf(Set<String> machines) {
        for (var each : byUnit.entrySet()) {
            if (!machines.contains(each.getKey())) {
                throw new IllegalArgumentException(
                        "%s: machine '%s' has no row of telemetry.\nMachines are %s%s; write its name as it stands there, or leave the line out."
                                .formatted(
                                        each.getValue().getFirst().source(),
                                        each.getKey(),
                                        String.join(
                                                ", ",
                                                machines.stream()
                                                        .sorted()
                                                        .limit(NAMED)
                                                        .toList()),
                                        machines.size() > NAMED ? " and others" : ""));
            }
        }
    }
}
