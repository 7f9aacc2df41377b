package dev.millwright.app.cli;

import dev.millwright.inference.AskedModel;
import dev.millwright.maintenance.cmapss.RulEvaluation;
import dev.millwright.maintenance.cmapss.RulReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millwright predict}: remaining useful life of your machines by a trained model, or of a public set's. */
@Command(
        name = "predict",
        description = {
            "With --model: predicts the remaining life of the machines in a CSV file, how likely they fail soon, or how, says what speaks"
                    + " for it, and which fail first; of the columns it reads what the model looks at.",
            "With --model milling-failure: how likely milling machines fail, of rows in the columns of AI4I 2020.",
            "Without: predicts the remaining life of C-MAPSS test engines and scores itself."
        },
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DATA",
            description = "A CSV file of machines, or the folder that holds CMAPSSData.zip (default: here).")
    private Path dir = Path.of(".");

    @Option(names = "--subset", paramLabel = "FD00x", description = "Which part (default: ${DEFAULT-VALUE}).")
    private String subset = "FD001";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the intervals' draws (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE.onnx",
            description = "What 'millwright train maintenance' has written: a file, or a name in --models, of which the"
                    + " version that counts is taken, or the latest.")
    private @Nullable String model;

    @Option(
            names = "--models",
            defaultValue = "models",
            paramLabel = "DIR",
            description = "Where a model is looked for by its name (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("");

    @Option(names = "--data", paramLabel = "DATA", description = "The same as the parameter DATA.")
    private @Nullable Path data;

    @Option(
            names = "--unit-column",
            defaultValue = "unit",
            description = "Names the machine (default: ${DEFAULT-VALUE}).")
    private String unit = "";

    @Option(names = "--time-column", defaultValue = "time", description = "Says when (default: ${DEFAULT-VALUE}).")
    private String time = "";

    @Option(
            names = "--failures",
            paramLabel = "FILE.csv",
            description = "Machine and time of failures past: a machine's present life begins after its last one.")
    private @Nullable Path failures;

    @Option(names = "--json", paramLabel = "FILE", description = "Write figures and predictions as JSON.")
    private @Nullable Path json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var started = Instant.now();
        long nanos = System.nanoTime();
        if (model != null) {
            var prediction = Prediction.of(AskedModel.of(model, models), data(), unit, time, failures);
            prediction.print(out());
            out().flush();
            MeasureFile.of("predict", started, nanos, Map.of("model", model), prediction.metrics(), prediction.rows())
                    .write(json);
            return 0;
        }
        var report = RulEvaluation.run(archive(), subset, seed);
        out().printf(
                        "%s, %d test engines, life capped at 125 cycles%n",
                        subset, report.rows().size());
        out().printf("  %-12s%10s%14s%12s%n", "model", "RMSE", "RMSE uncapped", "PHM score");
        new TreeMap<>(report.models()).forEach((model, score) -> out().printf(
                        Locale.ROOT,
                        "  %-12s%10.2f%14.2f%12.0f%n",
                        model,
                        score.rmse(),
                        score.rmseUncapped(),
                        score.score()));
        out().printf(
                        Locale.ROOT,
                        "  90 %% intervals hold %.1f %% (below 50 cycles %.1f %%), %.0f cycles wide on average%n",
                        100 * report.coverage90(),
                        100 * report.coverage90Below50(),
                        report.width90());
        out().flush();
        MeasureFile.of("predict", started, nanos, Map.of("subset", subset, "seed", seed), metrics(report), rows(report))
                .write(json);
        return 0;
    }

    private Path data() {
        return data == null ? dir : data;
    }

    /** The archive in the folder; naming it directly does as well. */
    private Path archive() {
        return Files.isRegularFile(data()) ? data() : data().resolve("CMAPSSData.zip");
    }

    private static Map<String, Number> metrics(RulReport report) {
        var metrics = new LinkedHashMap<String, Number>();
        new TreeMap<>(report.models()).forEach((model, score) -> {
            metrics.put("rmse_" + model, score.rmse());
            metrics.put("rmse_uncapped_" + model, score.rmseUncapped());
            metrics.put("phm_score_" + model, score.score());
        });
        metrics.put("coverage_90", report.coverage90());
        metrics.put("coverage_90_below_50", report.coverage90Below50());
        metrics.put("width_90_cycles", report.width90());
        return metrics;
    }

    private static List<Map<String, Object>> rows(RulReport report) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < report.rows().size(); i++) {
            var prediction = report.rows().get(i);
            rows.add(Map.of(
                    "unit", prediction.unit(),
                    "expected", prediction.expected(),
                    "low", prediction.low(),
                    "high", prediction.high(),
                    "truth", report.truth().get(i)));
        }
        return rows;
    }

    private PrintWriter out() {
        return Terminal.of(spec);
    }
}
