package dev.millwright.app.cli;

import dev.millwright.maintenance.life.FailureModel;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How likely each machine fails within the model's horizon, the likeliest on top. */
record FailurePrediction(FailureModel model, List<Judged> machines) implements Prediction {

    /** A machine, how long it has run, and how likely it fails. */
    record Judged(String unit, double age, double probability, Drivers drivers) {}

    static FailurePrediction of(FailureModel model, List<Present> machines) {
        return new FailurePrediction(
                model,
                machines.stream()
                        .map(machine -> new Judged(
                                machine.unit(),
                                machine.age(),
                                model.probability(machine.features()),
                                new Drivers(model.drivers(machine.features()))))
                        .sorted(Comparator.comparingDouble(Judged::probability).reversed())
                        .toList());
    }

    @Override
    public void print(PrintWriter out) {
        var notes = model.notes();
        out.printf(
                Locale.ROOT,
                "%d machines, probability of a failure within %.4g %s%n",
                machines.size(),
                notes.horizon(),
                notes.unitOfTime());
        out.printf("  %-16s%10s%12s  %s%n", "machine", "age", "failure", "what speaks, in logarithms of the odds");
        for (var machine : machines) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s%10.4g%10.1f %%  %s%n",
                    machine.unit(),
                    machine.age(),
                    100 * machine.probability(),
                    machine.drivers().words());
        }
    }

    @Override
    public Map<String, Number> metrics() {
        return Map.of(
                "machines", machines.size(),
                "expected_failures",
                        machines.stream().mapToDouble(Judged::probability).sum());
    }

    @Override
    public List<Map<String, Object>> rows() {
        return machines.stream()
                .map(machine -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("unit", machine.unit());
                    row.put("age", machine.age());
                    row.put("probability", machine.probability());
                    row.put("drivers", machine.drivers().rows());
                    return (Map<String, Object>) row;
                })
                .toList();
    }
}
