package dev.millwright.app.cli;

import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.maintenance.life.LifeModel;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each machine has left, the shortest on top. */
record FleetPrediction(LifeModel model, List<Judged> machines) implements Prediction {

    /** A machine, how long it has run, and what is left. */
    record Judged(String unit, double age, LifeEstimate estimate, boolean alarm, Drivers drivers) {}

    static FleetPrediction of(LifeModel model, List<Present> machines) {
        return new FleetPrediction(
                model,
                machines.stream()
                        .map(machine -> judged(model, machine))
                        .sorted(Comparator.comparingDouble(
                                each -> each.estimate().expected()))
                        .toList());
    }

    private static Judged judged(LifeModel model, Present machine) {
        var estimate = model.estimate(machine.features());
        return new Judged(
                machine.unit(),
                machine.age(),
                estimate,
                model.alarm(estimate),
                new Drivers(model.drivers(machine.features())));
    }

    @Override
    public void print(PrintWriter out) {
        var notes = model.notes();
        out.printf(
                "%d machines, life left in %s; %s or more: that long or longer%n",
                machines.size(), notes.unitOfLife(), plain(notes.cap()));
        out.printf("  %-16s%10s%12s%18s  %s%n", "machine", "age", "life left", "90 % interval", "what speaks");
        for (var machine : machines) {
            out.printf(
                    "  %-16s%10s%12s%18s  %s%s%n",
                    machine.unit(),
                    plain(machine.age()),
                    plain(machine.estimate().expected()),
                    plain(machine.estimate().low()) + " to "
                            + plain(machine.estimate().high()),
                    machine.alarm() ? "ALARM, " : "",
                    machine.drivers().words());
        }
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    @Override
    public Map<String, Number> metrics() {
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("machines", machines.size());
        metrics.put("alarms", machines.stream().filter(Judged::alarm).count());
        return metrics;
    }

    @Override
    public List<Map<String, Object>> rows() {
        return machines.stream()
                .map(machine -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("unit", machine.unit());
                    row.put("age", machine.age());
                    row.put("expected", machine.estimate().expected());
                    row.put("low", machine.estimate().low());
                    row.put("high", machine.estimate().high());
                    row.put("alarm", machine.alarm());
                    row.put("drivers", machine.drivers().rows());
                    return (Map<String, Object>) row;
                })
                .toList();
    }
}
