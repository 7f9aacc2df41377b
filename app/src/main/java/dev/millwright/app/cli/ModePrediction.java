package dev.millwright.app.cli;

import dev.millwright.maintenance.life.ModeModel;
import dev.millwright.maintenance.life.ModeRisk;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How each machine will fail within the model's horizon, the likeliest to fail on top. */
record ModePrediction(ModeModel model, List<Judged> machines) implements Prediction {

    /**
     * A machine, how long it has run, and how likely it fails in each mode.
     *
     * @param risks the likeliest mode first
     * @param drivers of the likeliest mode
     */
    record Judged(String unit, double age, List<ModeRisk> risks, Drivers drivers) {
        double failure() {
            return Math.min(1, risks.stream().mapToDouble(ModeRisk::probability).sum());
        }
    }

    static ModePrediction of(ModeModel model, List<Present> machines) {
        return new ModePrediction(
                model,
                machines.stream()
                        .map(machine -> judged(model, machine))
                        .sorted(Comparator.comparingDouble(Judged::failure).reversed())
                        .toList());
    }

    private static Judged judged(ModeModel model, Present machine) {
        var risks = model.risks(machine.features());
        return new Judged(
                machine.unit(),
                machine.age(),
                risks,
                new Drivers(model.drivers(machine.features(), risks.getFirst().mode())));
    }

    @Override
    public void print(PrintWriter out) {
        var notes = model.notes();
        out.printf(
                Locale.ROOT,
                "%d machines, probability of a failure within %.4g %s, and how%n",
                machines.size(),
                notes.horizon(),
                notes.unitOfTime());
        out.printf(
                "  %-16s%10s%12s  %-32s  %s%n",
                "machine", "age", "failure", "likeliest modes", "what speaks for the first, in logarithms of the odds");
        for (var machine : machines) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s%10.4g%10.1f %%  %-32s  %s%n",
                    machine.unit(),
                    machine.age(),
                    100 * machine.failure(),
                    words(machine.risks()),
                    machine.drivers().words());
        }
    }

    private static String words(List<ModeRisk> risks) {
        return risks.stream()
                .limit(2)
                .map(risk -> String.format(Locale.ROOT, "%s %.1f %%", risk.mode(), 100 * risk.probability()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Number> metrics() {
        return Map.of(
                "machines", machines.size(),
                "expected_failures",
                        machines.stream().mapToDouble(Judged::failure).sum());
    }

    @Override
    public List<Map<String, Object>> rows() {
        return machines.stream()
                .map(machine -> Map.<String, Object>of(
                        "unit", machine.unit(),
                        "age", machine.age(),
                        "probability", machine.failure(),
                        "mode", machine.risks().getFirst().mode(),
                        "modes",
                                machine.risks().stream()
                                        .map(risk -> Map.of("mode", risk.mode(), "probability", risk.probability()))
                                        .toList(),
                        "drivers", machine.drivers().rows()))
                .toList();
    }
}
