package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.failure.Discrimination;
import dev.millwright.learning.failure.MillingFile;
import dev.millwright.learning.failure.MillingTraining;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Failures of AI4I 2020, by repeated stratified folds. */
record MillingMeasurement(Path folder, int repetitions) implements Evaluate.Measurement {
    private static final int FOLDS = 5;

    MillingMeasurement {
        if (repetitions < 1) {
            throw new IllegalArgumentException(repetitions + " repetitions measure nothing.\nGive 1 or more.");
        }
    }

    @Override
    public Evaluate.Figures run() {
        var rows = MillingFile.read(folder.resolve("ai4i2020.csv"));
        var settings = MillingTraining.DEFAULT;
        var judgements = MillingTraining.judge(rows, repetitions, FOLDS, settings);
        var metrics = new LinkedHashMap<String, Double>(figures(Discrimination.mean(judgements)));
        metrics.put(
                "f1_lowest",
                judgements.stream().mapToDouble(Discrimination::f1).min().orElseThrow());
        metrics.put(
                "f1_highest",
                judgements.stream().mapToDouble(Discrimination::f1).max().orElseThrow());
        var each = new ArrayList<Map<String, Object>>();
        judgements.forEach(judgement -> each.add(new LinkedHashMap<>(figures(judgement))));
        return new Evaluate.Figures(
                Map.of(
                        "set",
                        "ai4i",
                        "rows",
                        rows.size(),
                        "repetitions",
                        repetitions,
                        "folds",
                        FOLDS,
                        "boost",
                        settings.toString()),
                metrics,
                List.copyOf(each));
    }

    private static Map<String, Double> figures(Discrimination judged) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("f1", judged.f1());
        figures.put("mcc", judged.mcc());
        figures.put("roc_auc", judged.rocAuc());
        figures.put("pr_auc", judged.prAuc());
        figures.put("brier", judged.brier());
        figures.put("precision", judged.precision());
        figures.put("recall", judged.recall());
        return figures;
    }
}
