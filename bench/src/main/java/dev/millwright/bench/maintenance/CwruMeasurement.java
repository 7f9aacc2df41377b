package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.cwru.CwruFolder;
import dev.millwright.learning.cwru.Fault;
import dev.millwright.learning.cwru.FaultReport;
import dev.millwright.learning.cwru.FaultTraining;
import dev.millwright.learning.failure.Confusion;
import dev.millwright.learning.plots.ConfusionPlot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Faults of CWRU's bearings: boosted trees learned at two loads, judged at the third, beside baselines. */
record CwruMeasurement(Path folder, Pictures pictures) implements Evaluate.Measurement {

    @Override
    public Evaluate.Figures run() {
        var settings = FaultTraining.DEFAULT;
        var reports = FaultTraining.judge(CwruFolder.read(folder), settings);
        draw(reports);
        var metrics = new LinkedHashMap<String, Double>();
        figures("", "4", reports, FaultReport::four, metrics);
        figures("", "10", reports, FaultReport::ten, metrics);
        for (var fault : Fault.values()) {
            metrics.put(
                    "recall_" + fault.name().toLowerCase(Locale.ROOT),
                    reports.stream()
                            .mapToDouble(report -> report.four().recall(fault.label()))
                            .average()
                            .orElseThrow());
        }
        figures("nearest_centroid_", "4", reports, FaultReport::nearestFour, metrics);
        figures("nearest_centroid_", "10", reports, FaultReport::nearestTen, metrics);
        figures("envelope_rule_", "4", reports, FaultReport::envelopeFour, metrics);
        return new Evaluate.Figures(Map.of("set", "cwru", "boost", settings.toString()), metrics, rows(reports));
    }

    private void draw(List<FaultReport> reports) {
        pictures.add(
                "cwru-confusion-4",
                () -> ConfusionPlot.of(
                        "CWRU, each load by what was learned at the others: four classes",
                        Arrays.stream(Fault.values()).map(Fault::words).toList(),
                        sum(reports, FaultReport::four)));
        pictures.add(
                "cwru-confusion-10",
                () -> ConfusionPlot.of(
                        "CWRU, each load by what was learned at the others: ten classes",
                        FaultTraining.classesOfTen(),
                        sum(reports, FaultReport::ten)));
    }

    private static Confusion sum(List<FaultReport> reports, Function<FaultReport, Confusion> of) {
        return reports.stream().map(of).reduce(Confusion::plus).orElseThrow();
    }

    /** The mean over the loads, and each load by itself. */
    private static void figures(
            String prefix,
            String suffix,
            List<FaultReport> reports,
            Function<FaultReport, Confusion> of,
            Map<String, Double> metrics) {
        var judged = reports.stream().map(of).toList();
        metrics.put(
                prefix + "accuracy_" + suffix,
                judged.stream().mapToDouble(Confusion::accuracy).average().orElseThrow());
        metrics.put(
                prefix + "macro_f1_" + suffix,
                judged.stream().mapToDouble(Confusion::macroF1).average().orElseThrow());
        for (var report : reports) {
            var load = prefix + "load" + report.testLoad() + "_";
            metrics.put(load + "accuracy_" + suffix, of.apply(report).accuracy());
            metrics.put(load + "macro_f1_" + suffix, of.apply(report).macroF1());
        }
    }

    private static List<Map<String, Object>> rows(List<FaultReport> reports) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var report : reports) {
            var row = new LinkedHashMap<String, Object>();
            row.put("test_rpm", report.testLoad());
            row.put("train_windows", report.trainWindows());
            row.put("test_windows", report.testWindows());
            row.put("confusion_4", report.four().counts());
            row.put("confusion_10", report.ten().counts());
            rows.add(row);
        }
        return rows;
    }
}
