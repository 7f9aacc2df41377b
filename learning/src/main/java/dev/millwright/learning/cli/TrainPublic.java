package dev.millwright.learning.cli;

import static java.util.Objects.requireNonNull;

import dev.millwright.inference.ModelCard;
import dev.millwright.inference.ModelRegistry;
import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.failure.Discrimination;
import dev.millwright.learning.failure.MillingTraining;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.life.CmapssTraining;
import dev.millwright.learning.life.LifeSettings;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.learning.vision.BoardTraining;
import dev.millwright.maintenance.cmapss.CmapssArchive;
import dev.millwright.maintenance.fleet.Columns;
import dev.millwright.maintenance.fleet.FleetSource;
import dev.millwright.maintenance.milling.MillingFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./millwright train public}: the models that come with the product, made again from public data. */
@Command(
        name = "public",
        description = {
            "Trains the models that come in the box again, from public sets whose licence allows it: C-MAPSS (life of"
                    + " turbofans, all four subsets together) and AI4I 2020 (failure of milling machines); and from"
                    + " generated boards, which need no data (defects of boards).",
            "The same data and seed give the same models. A run that was killed goes on where it stood."
        },
        mixinStandardHelpOptions = true)
final class TrainPublic implements Callable<Integer> {
    private static final List<String> SUBSETS = List.of("FD001", "FD002", "FD003", "FD004");
    private static final int REPETITIONS = 5;
    private static final int FOLDS = 5;
    /** Of the engines' 160,000 rows: as many are learned from as of the largest subset alone. */
    private static final int EVERY_NTH = 4;

    private static final int LINE_EVERY = 50;

    /** What there is to train. */
    enum PublicSet {
        CMAPSS,
        AI4I,
        BOARDS
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Holds the sets, a folder each; boards need none.")
    private @Nullable Path data;

    @Option(names = "--set", split = ",", description = "${COMPLETION-CANDIDATES}, in any case (default: all).")
    private List<PublicSet> sets = List.of(PublicSet.values());

    @Option(
            names = "--models",
            defaultValue = "models",
            paramLabel = "DIR",
            description = "Where models and cards lie (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("");

    @Override
    public Integer call() throws InterruptedException, IOException {
        Files.createDirectories(models);
        for (var set : sets) {
            var card =
                    switch (set) {
                        case CMAPSS -> turbofans();
                        case AI4I -> milling();
                        case BOARDS -> BoardRegistration.register(models, BoardTraining.DEFAULT, this::step);
                    };
            out().println("written " + models.resolve(card.file()) + " and its card");
            new TreeMap<>(card.metrics())
                    .forEach((name, figure) -> out().printf(Locale.ROOT, "  %-24s %.4g%n", name, figure));
            out().flush();
        }
        return 0;
    }

    private ModelCard turbofans() throws InterruptedException {
        var zip = data().resolve("cmapss").resolve("CMAPSSData.zip");
        var training = new CmapssTraining(new CmapssArchive(zip), SUBSETS);
        var kept = Checkpoints.in(models.resolve(".training").resolve("turbofan-life"));
        var settings = LifeSettings.DEFAULT.everyNth(EVERY_NTH);
        var trained = training.train(true, settings, kept, this::progress);
        var figures = new TreeMap<String, Double>();
        for (var subset : SUBSETS) {
            var report = training.judge(trained.model(), subset);
            var name = subset.toLowerCase(Locale.ROOT);
            figures.put(name + "_rmse", report.scores().rmse());
            figures.put(name + "_score", report.scores().score());
            figures.put(name + "_coverage90", report.coverage());
        }
        var card = new LifeRegistration(
                        models,
                        FleetSource.of(zip, new Columns("engine", "cycle", List.of(), List.of())),
                        "NASA open data, work of the US government (C-MAPSS)",
                        "millwright train public --set cmapss --data DIR")
                .register("turbofan-life", Trained.of(trained), settings, figures);
        kept.discard();
        return card;
    }

    private ModelCard milling() {
        var file = data().resolve("ai4i2020").resolve("ai4i2020.csv");
        var rows = MillingFile.read(file);
        progress("judging failures of milling machines by %d times %d folds".formatted(REPETITIONS, FOLDS));
        var judged =
                Discrimination.mean(MillingTraining.judge(rows, REPETITIONS, FOLDS, MillingTraining.DEFAULT).stream()
                        .map(MillingTraining.Judged::quality)
                        .toList());
        var trees = MillingTraining.train(rows, MillingTraining.DEFAULT);
        byte[] onnx = TreesOnnx.write(List.of(trees));
        return new Registration(models, "CC BY 4.0, S. Matzka, AI4I 2020")
                .register(
                        "milling-failure",
                        onnx,
                        List.of(new TensorSpec(TreesOnnx.INPUT, List.of(-1L, (long) trees.width()))),
                        List.of(new TensorSpec(TreesOnnx.OUTPUT, List.of(-1L, 1L))),
                        Map.of(
                                "f1", judged.f1(),
                                "mcc", judged.mcc(),
                                "roc_auc", judged.rocAuc(),
                                "pr_auc", judged.prAuc(),
                                "brier", judged.brier()),
                        Map.of(
                                "data", "ai4i2020.csv",
                                "data_sha256", hash(file),
                                "split", "%d times %d stratified folds".formatted(REPETITIONS, FOLDS),
                                "seed", String.valueOf(MillingTraining.DEFAULT.seed()),
                                "hyperparameters", MillingTraining.DEFAULT.toString(),
                                "command", "millwright train public --set ai4i --data DIR"),
                        Map.of());
    }

    private void step(int step, int steps, double loss) {
        if (step % LINE_EVERY == 0 || step == steps) {
            progress(String.format(Locale.ROOT, "step %d of %d, loss %.4f", step, steps, loss));
        }
    }

    private Path data() {
        if (data == null) {
            throw new IllegalArgumentException("Public sets, but no folder they lie in\nName it by --data DIR.");
        }
        return data;
    }

    private static String hash(Path file) {
        try {
            return ModelRegistry.sha256(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void progress(String words) {
        out().println(words);
        out().flush();
    }

    private PrintWriter out() {
        return requireNonNull(spec).commandLine().getOut();
    }
}
