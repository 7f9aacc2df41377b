package dev.millwright.app.cli;

import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.fleet.Columns;
import dev.millwright.maintenance.fleet.FleetFile;
import dev.millwright.maintenance.life.LifeDriver;
import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.maintenance.life.LifeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Machines of a CSV file as a trained model judges them after their last row, the one that fails first on top. */
record FleetPrediction(LifeModel model, List<Judged> machines) {
    private static final int DRIVERS = 3;
    /** What is no signal and has no usual value. */
    private static final Set<String> UNSCALED = Set.of("age", "wear");

    /** A machine, how long it has run, and what is left. */
    record Judged(String unit, double age, LifeEstimate estimate, boolean alarm, List<LifeDriver> drivers) {}

    static FleetPrediction of(Path modelFile, Path data, Columns columns) {
        var model = LifeModel.read(bytes(modelFile));
        var fleet = FleetFile.read(data, columns).like(model.notes().space().signals());
        return new FleetPrediction(
                model,
                fleet.units().stream()
                        .map(unit -> judged(model, unit))
                        .sorted(Comparator.comparingDouble(
                                each -> each.estimate().expected()))
                        .toList());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The model %s cannot be read: %s\nTrain one with 'millwright train maintenance'."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Judged judged(LifeModel model, UnitRun unit) {
        var features = model.notes().space().after(unit);
        var estimate = model.estimate(features);
        return new Judged(
                unit.unit(),
                unit.life(),
                estimate,
                model.alarm(estimate),
                model.drivers(features).stream().limit(DRIVERS).toList());
    }

    void print(PrintWriter out) {
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
                    machine.drivers().stream().map(FleetPrediction::words).collect(Collectors.joining(", ")));
        }
    }

    /** As "vibration -12.3 (2.1 deviations above usual)". */
    private static String words(LifeDriver driver) {
        var share = String.format(Locale.ROOT, "%s %+.3g", driver.signal(), driver.share());
        return UNSCALED.contains(driver.signal())
                ? share
                : String.format(
                        Locale.ROOT,
                        "%s (%.1f deviations %s usual)",
                        share,
                        Math.abs(driver.deviation()),
                        driver.deviation() < 0 ? "below" : "above");
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    Map<String, Number> metrics() {
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("machines", machines.size());
        metrics.put("alarms", machines.stream().filter(Judged::alarm).count());
        return metrics;
    }

    List<Map<String, Object>> rows() {
        return machines.stream()
                .map(machine -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("unit", machine.unit());
                    row.put("age", machine.age());
                    row.put("expected", machine.estimate().expected());
                    row.put("low", machine.estimate().low());
                    row.put("high", machine.estimate().high());
                    row.put("alarm", machine.alarm());
                    row.put(
                            "drivers",
                            machine.drivers().stream()
                                    .map(driver -> Map.of(
                                            "signal", driver.signal(),
                                            "share", driver.share(),
                                            "deviation", driver.deviation()))
                                    .toList());
                    return (Map<String, Object>) row;
                })
                .toList();
    }
}
