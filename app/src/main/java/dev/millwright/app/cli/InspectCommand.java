package dev.millwright.app.cli;

import dev.millwright.inference.AskedModel;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.evaluation.InspectRun;
import dev.millwright.vision.evaluation.PictureRun;
import dev.millwright.vision.golden.GoldenSamples;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millwright inspect}: boards against their templates, or pictures by a trained model, without a server. */
@Command(
        name = "inspect",
        description = {
            "Inspects boards against their templates and, where defects are annotated, scores itself.",
            "With --model: pictures, one by one, by what 'millwright train vision' has learned from your own; a model of differences"
                    + " judges boards in place of the rules."
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            description =
                    "The DeepPCB data set, a folder or zip of NAME_test and NAME_temp pictures, or one NAME_test picture.")
    private Path path = Path.of(".");

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "One template for all pictures; they may then have any names.")
    private @Nullable Path template;

    @Option(
            names = "--watch",
            description = "Inspect pictures as they come into the folder, until Ctrl-C, as JSON lines.")
    private boolean watch;

    @Option(
            names = "--golden",
            description = "PATH holds golden samples, in folders 'pass' and 'fail': tell which are no longer told so.")
    private boolean golden;

    @Option(names = "--limit", paramLabel = "N", description = "Inspect at most N boards, spread evenly over all.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--marks",
            paramLabel = "DIR",
            description = "Where to write each board with its findings drawn in (default: a new temporary folder).")
    private @Nullable Path marks;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE.onnx",
            description =
                    "What 'millwright train vision' has written: a file, or a name in --models, of which the version"
                            + " that counts is taken, or the latest.")
    private @Nullable String model;

    @Option(
            names = "--models",
            defaultValue = "models",
            paramLabel = "DIR",
            description = "Where a model is looked for by its name (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    private @Nullable Path json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        WrongUse.unless(
                limit > 0,
                spec,
                "A limit of %d boards inspects none.\nGive one above 0, such as --limit 50.".formatted(limit));
        WrongUse.unless(!(watch && golden), spec, "--watch and --golden do not go together.\nAsk for one of them.");
        var started = Instant.now();
        long nanos = System.nanoTime();
        var asked = model == null ? null : AskedModel.of(model, models);
        if (asked != null && !JudgeModel.isIn(asked.onnx())) {
            WrongUse.unless(
                    !watch && !golden && template == null,
                    spec,
                    "%s looks at single pictures: --watch, --golden and --template are for boards beside templates.\nLeave them out."
                            .formatted(model));
            return pictures(asked, started, nanos);
        }
        var inspector = asked == null
                ? new Inspector(InspectorSettings.standard(), Clock.systemUTC())
                : Inspector.by(
                        JudgeModel.read(asked.onnx(), asked.name()), InspectorSettings.standard(), Clock.systemUTC());
        if (golden) {
            var rerun = GoldenSamples.in(path).rerun(FrameReader.standard(), inspector::inspect);
            out().print(rerun.text());
            out().flush();
            return rerun.changes().isEmpty() ? 0 : 1;
        }
        Path marked = marks == null ? Files.createTempDirectory("millwright-marks") : marks;
        if (watch) {
            WrongUse.unless(
                    Files.isDirectory(path),
                    spec,
                    "%s is no folder to watch.\nName an existing folder.".formatted(path));
            new InspectWatch(path, template, inspector, marked, out()).run();
            return 0;
        }
        var report = new InspectRun(inspector, FrameReader.standard()).report(path, template, limit, marked);
        out().print(report.text());
        out().println("marked pictures             " + marked);
        out().flush();
        MeasureFile.of("inspect", started, nanos, settings(), report.metrics(), List.of())
                .write(json);
        return report.rows().isEmpty() ? 1 : 0;
    }

    private int pictures(AskedModel asked, Instant started, long nanos) throws IOException {
        try (var eye = ModelEye.open(asked)) {
            var run = PictureRun.of(path, eye, limit, marks, row -> PictureReport.line(row, out()));
            PictureReport.summary(run, out());
            if (marks != null) {
                out().println("heat maps                   " + marks);
            }
            out().flush();
            MeasureFile.of("inspect", started, nanos, settings(), PictureReport.metrics(run), PictureReport.rows(run))
                    .write(json);
            return run.rows().isEmpty() ? 1 : 0;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(
                "path",
                path.getFileName() == null
                        ? path.toString()
                        : path.getFileName().toString());
        settings.put("limit", limit);
        if (model != null) {
            settings.put("model", model);
        }
        return settings;
    }

    private PrintWriter out() {
        return Terminal.of(spec);
    }
}
