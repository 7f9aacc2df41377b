package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.failure.Discrimination;
import dev.millwright.learning.failure.MillingTraining;
import dev.millwright.learning.failure.MillingTraining.Judged;
import dev.millwright.learning.failure.PrecisionRecall;
import dev.millwright.learning.plots.CalibrationPlots;
import dev.millwright.learning.plots.CalibrationPlots.Said;
import dev.millwright.learning.plots.DiscriminationPlots;
import dev.millwright.maintenance.milling.MillingFile;
import dev.millwright.maintenance.milling.MillingRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Failures of AI4I 2020, by repeated stratified folds. */
record MillingMeasurement(Path folder, int repetitions, Pictures pictures) implements Evaluate.Measurement {
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
        var judged = MillingTraining.judge(rows, repetitions, FOLDS, settings);
        draw(rows, judged);
        var judgements = judged.stream().map(Judged::quality).toList();
        var metrics = new LinkedHashMap<String, Double>(figures(Discrimination.mean(judgements)));
        metrics.put(
                "f1_lowest",
                judgements.stream().mapToDouble(Discrimination::f1).min().orElseThrow());
        metrics.put(
                "f1_highest",
                judgements.stream().mapToDouble(Discrimination::f1).max().orElseThrow());
        modes(rows, metrics);
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

    /** Each way to fail by itself, in one repetition: there are five of them. */
    private static void modes(List<MillingRow> rows, Map<String, Double> metrics) {
        MillingTraining.judgeModes(rows, 1, FOLDS, MillingTraining.MODES).forEach((mode, judged) -> {
            var name = mode.name().toLowerCase(Locale.ROOT);
            var quality = judged.getFirst().quality();
            metrics.put("f1_" + name, quality.f1());
            metrics.put("precision_" + name, quality.precision());
            metrics.put("recall_" + name, quality.recall());
            metrics.put("pr_auc_" + name, quality.prAuc());
        });
    }

    private void draw(List<MillingRow> rows, List<Judged> judged) {
        var failed = rows.stream().map(MillingRow::failed).toList();
        double share = failed.stream().filter(each -> each).count() / (double) rows.size();
        pictures.add(
                "ai4i-precision-recall",
                () -> DiscriminationPlots.precisionRecall(
                        "AI4I 2020, %d times %d folds: failures of milling machines".formatted(repetitions, FOLDS),
                        judged.stream()
                                .map(each -> PrecisionRecall.of(each.probabilities(), failed))
                                .toList(),
                        share));
        pictures.add(
                "ai4i-reliability",
                () -> CalibrationPlots.said(
                        "AI4I 2020: do failures come as often as was said?",
                        IntStream.range(0, rows.size())
                                .mapToObj(i -> new Said(judged.getFirst().probabilities()[i], failed.get(i)))
                                .toList(),
                        String.format(
                                Locale.ROOT,
                                "%d rows, each by trees that have not seen it; first repetition, squared error %.3g",
                                rows.size(),
                                judged.getFirst().quality().brier())));
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
