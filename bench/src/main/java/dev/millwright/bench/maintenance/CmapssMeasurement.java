package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.life.CmapssTraining;
import dev.millwright.learning.life.LifeReport;
import dev.millwright.learning.life.LifeSettings;
import dev.millwright.learning.life.TrainedLife;
import dev.millwright.learning.plots.CalibrationPlots;
import dev.millwright.learning.plots.LifePlots;
import dev.millwright.maintenance.cmapss.CmapssArchive;
import dev.millwright.maintenance.cmapss.RulEvaluation;
import dev.millwright.maintenance.cmapss.RulScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Remaining lives of C-MAPSS engines: boosted trees with and without age, beside the baselines. */
record CmapssMeasurement(Path folder, List<String> subsets, Checkpoints checkpoints, Pictures pictures)
        implements Evaluate.Measurement {
    private static final int SEED = 1;

    @Override
    public Evaluate.Figures run() throws InterruptedException {
        var metrics = new LinkedHashMap<String, Number>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var subset : subsets) {
            var prefix = subsets.size() == 1 ? "" : subset.toLowerCase(Locale.ROOT) + "_";
            measure(subset, prefix, metrics, rows);
        }
        return new Evaluate.Figures(
                Map.of("set", "cmapss", "subsets", subsets, "life", LifeSettings.DEFAULT.toString()), metrics, rows);
    }

    private void measure(String subset, String prefix, Map<String, Number> metrics, List<Map<String, Object>> rows)
            throws InterruptedException {
        var zip = folder.resolve("CMAPSSData.zip");
        var training = new CmapssTraining(new CmapssArchive(zip), List.of(subset));
        for (boolean age : new boolean[] {true, false}) {
            var name = age ? "with age" : "without age";
            var trained = training.train(
                    age,
                    LifeSettings.DEFAULT,
                    checkpoints,
                    words -> System.err.println(subset + " " + name + ": " + words));
            for (var variant : trained.variants()) {
                var suffix = age ? "" : "_noage";
                var report = training.judge(variant.model(), subset);
                metrics.put(
                        prefix + variant.name() + "_held_out_rmse" + suffix,
                        variant.heldOut().rmse());
                metrics.put(
                        prefix + variant.name() + "_held_out_coverage90" + suffix,
                        variant.heldOut().coverage());
                figures(prefix + variant.name() + "_", suffix, report, metrics);
                rows(subset, variant.name() + " " + name, report, rows);
            }
            draw(subset, age, trained, training.judge(trained.model(), subset));
            metrics.put(
                    prefix + "blend_network_share" + (age ? "" : "_noage"),
                    trained.model().notes().networkShare());
        }
        RulEvaluation.run(zip, subset, SEED)
                .models()
                .forEach((baseline, scores) -> scores(prefix + baseline + "_", "", scores, metrics));
    }

    /** The last variant: what is answered with. */
    private void draw(String subset, boolean age, TrainedLife trained, LifeReport report) {
        var whose = "%s, test engines, %s %s"
                .formatted(subset, trained.variants().getLast().name(), age ? "with age" : "without age");
        var file = subset.toLowerCase(Locale.ROOT) + (age ? "-" : "-noage-");
        var notes = trained.model().notes();
        var judged = report.judged(notes);
        pictures.add(file + "predicted", () -> LifePlots.predicted(whose, notes, judged));
        pictures.add(file + "calibration", () -> CalibrationPlots.lives(whose, judged.size(), judged));
        pictures.add(
                file + "importance",
                () -> LifePlots.importance(
                        "%s, %s: what moves the trees".formatted(subset, age ? "with age" : "without age"),
                        trained.importance()));
    }

    private static void figures(String prefix, String suffix, LifeReport report, Map<String, Number> metrics) {
        scores(prefix, suffix, report.scores(), metrics);
        metrics.put(prefix + "coverage90" + suffix, report.coverage());
        metrics.put(prefix + "width90" + suffix, report.width());
        metrics.put(prefix + "coverage90_below50" + suffix, report.coverageBelow50());
        metrics.put(prefix + "alarm_recall" + suffix, report.alarm().recall());
        metrics.put(prefix + "alarm_false" + suffix, report.alarm().falseShare());
    }

    private static void scores(String prefix, String suffix, RulScores scores, Map<String, Number> metrics) {
        metrics.put(prefix + "rmse" + suffix, scores.rmse());
        metrics.put(prefix + "score" + suffix, scores.score());
        metrics.put(prefix + "rmse_uncapped" + suffix, scores.rmseUncapped());
    }

    private static void rows(String subset, String name, LifeReport report, List<Map<String, Object>> rows) {
        for (int i = 0; i < report.estimates().size(); i++) {
            var estimate = report.estimates().get(i);
            var row = new LinkedHashMap<String, Object>();
            row.put("subset", subset);
            row.put("model", name);
            row.put("engine", i + 1);
            row.put("life", report.lives().get(i));
            row.put("expected", estimate.expected());
            row.put("low", estimate.low());
            row.put("high", estimate.high());
            rows.add(row);
        }
    }
}
