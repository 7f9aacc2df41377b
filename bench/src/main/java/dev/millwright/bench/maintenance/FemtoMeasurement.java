package dev.millwright.bench.maintenance;

import static java.util.Objects.requireNonNull;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.femto.Bearing;
import dev.millwright.learning.femto.FemtoFolder;
import dev.millwright.learning.femto.FemtoReport;
import dev.millwright.learning.femto.FemtoTraining;
import dev.millwright.learning.femto.RawSnapshots;
import dev.millwright.learning.plots.ForetoldPlot;
import dev.millwright.learning.plots.ForetoldPlot.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Remaining lives of FEMTO's bearings at the challenge's cuts, beside baselines; and features of the raw signals, checked. */
record FemtoMeasurement(Path folder, Pictures pictures) implements Evaluate.Measurement {
    private static final int SEED = 1;

    @Override
    public Evaluate.Figures run() {
        var bearings = FemtoFolder.read(folder);
        var report = FemtoTraining.judge(bearings, SEED);
        var metrics = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Map<String, Object>>();
        figures("", "neighbours", report.neighbours(), metrics, rows);
        new TreeMap<>(report.baselines()).forEach((name, judged) -> figures(name + "_", name, judged, metrics, rows));
        draw(report);
        features(bearings, metrics);
        return new Evaluate.Figures(
                Map.of("set", "femto", "chosen", report.chosen(), "candidates", report.candidates(), "seed", SEED),
                metrics,
                rows);
    }

    private void draw(FemtoReport report) {
        pictures.add(
                "femto-predicted",
                () -> ForetoldPlot.of(
                        "FEMTO: bearings where the challenge cut them off",
                        "s",
                        "neighbours",
                        points(report.neighbours()),
                        Map.entry(
                                "age share",
                                points(requireNonNull(report.baselines().get("age_share"))))));
    }

    private static List<Point> points(FemtoReport.Judged judged) {
        return judged.lives().stream()
                .map(life -> new Point(
                        life.bearing().replace("Bearing", "").replace('_', '-'),
                        life.trueSeconds(),
                        life.foretoldSeconds()))
                .toList();
    }

    private static void figures(
            String prefix,
            String model,
            FemtoReport.Judged judged,
            Map<String, Double> metrics,
            List<Map<String, Object>> rows) {
        metrics.put(prefix + "score", judged.score());
        metrics.put(prefix + "mean_abs_error_percent", judged.meanAbsErrorPercent());
        metrics.put(prefix + "left_out_score", judged.leftOutScore());
        for (var life : judged.lives()) {
            metrics.put(prefix + life.bearing().toLowerCase(Locale.ROOT) + "_error_percent", life.errorPercent());
            var row = new LinkedHashMap<String, Object>();
            row.put("model", model);
            row.put("bearing", life.bearing());
            row.put("left_seconds", life.trueSeconds());
            row.put("foretold_seconds", life.foretoldSeconds());
            rows.add(row);
        }
    }

    /** How far our features of the raw signals are from the published ones, where raw signals are there. */
    private void features(List<Bearing> bearings, Map<String, Double> metrics) {
        var raw = RawSnapshots.in(folder, bearings.stream().map(Bearing::name).toList());
        for (var bearing : bearings) {
            if (raw.contains(bearing.name())) {
                metrics.put(
                        bearing.name().toLowerCase(Locale.ROOT) + "_features_largest_relative_difference",
                        RawSnapshots.read(folder, bearing.name()).largestDifference(bearing.snapshots()));
            }
        }
    }
}
