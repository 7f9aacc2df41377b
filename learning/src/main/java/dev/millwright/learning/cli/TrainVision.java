package dev.millwright.learning.cli;

import static java.util.Objects.requireNonNull;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.Lying;
import dev.millwright.learning.vision.SurfaceFolder;
import dev.millwright.learning.vision.layout.Goal;
import dev.millwright.learning.vision.layout.Layout;
import dev.millwright.learning.vision.layout.PairFolder;
import dev.millwright.learning.vision.task.AnomalyMethod;
import dev.millwright.learning.vision.task.AnomalyTask;
import dev.millwright.learning.vision.task.BoxTask;
import dev.millwright.learning.vision.task.PairTask;
import dev.millwright.learning.vision.task.SurfaceTask;
import dev.millwright.learning.vision.task.TaskOrder;
import dev.millwright.learning.vision.task.TrainedVision;
import dev.millwright.vision.anomaly.Backbone;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./millwright train vision}: inspection of one's own products, from one's own pictures. */
@Command(
        name = "vision",
        description = {
            "Learns to inspect from a folder of pictures; how they are laid out is recognised.",
            "anomaly: from good pictures alone, in one folder or as MVTec lays them out. classify: from a folder of pictures for each"
                    + " kind. detect: from boxes around defects, as Pascal VOC, COCO and YOLO write them, or from pictures NAME_test beside"
                    + " templates NAME_temp with lists of boxes.",
            "The model is registered beside its card, curves and worst cases as a shadow; inspect --model uses it, and promoting it is"
                    + " your decision. A training that was stopped goes on when the same command is given again."
        },
        mixinStandardHelpOptions = true)
final class TrainVision implements Callable<Integer> {
    private static final String PLAIN_NAME = "[a-z0-9][a-z0-9-]{0,60}";
    private static final int KEY_DIGITS = 12;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of pictures.")
    private Path data = Path.of("");

    @Option(
            names = "--task",
            description = "What is learned, where the folder allows more than one: ${COMPLETION-CANDIDATES}.")
    private @Nullable Goal task;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the model (default: the folder's, and the task).")
    private @Nullable String name;

    @Option(
            names = "--models",
            defaultValue = "models",
            paramLabel = "DIR",
            description = "Where models and cards lie (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("");

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description = "Where a training that is stopped keeps what it has (default: .training in --models).")
    private @Nullable Path checkpoints;

    @Option(
            names = "--steps",
            description =
                    "Of classify, detect and anomaly by drawn defects: how many steps; fewer are quicker (default: as many as public sets took).")
    private int steps;

    @Option(
            names = "--batch",
            description =
                    "Of classify, detect and anomaly by drawn defects: pictures, or differences, of a step (default: as many as public sets took).")
    private int batch;

    @Option(names = "--seed", defaultValue = "1", description = "Of chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--hold-out",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "Share of pictures to judge by, where the folder names none (default: ${DEFAULT-VALUE}).")
    private double heldOut;

    @Option(
            names = "--lying",
            defaultValue = "level",
            description = "Of classify: how things may lie before the camera, along one line or in any direction:"
                    + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Lying lying = Lying.LEVEL;

    @Option(
            names = "--skip-broken",
            description = "Leave pictures with broken labels out, rather than refuse the folder.")
    private boolean skipBroken;

    @Mixin
    private AnomalyOptions anomalies = new AnomalyOptions();

    @Option(
            names = "--licence",
            defaultValue = "own data",
            description =
                    "Under which terms the pictures may be used; it stands on the card (default: ${DEFAULT-VALUE}).")
    private String licence = "";

    @Override
    public Integer call() {
        check();
        var layout = Layout.of(data, task);
        var goal = task == null ? layout.goals().getFirst() : task;
        say("%s: %s; task %s".formatted(data, layout.words(), goal));
        refuseWhatDoesNotBelong(goal);
        var hash = FolderHash.of(data);
        var called = name == null ? named(goal) : name;
        var folder = (checkpoints == null ? models.resolve(".training") : checkpoints)
                .resolve(called + "-" + key(hash, layout, goal));
        if (Farewell.isSomething(folder)) {
            say("a training that was stopped goes on: " + folder);
        }
        var bar = new ProgressBar(out(), watched(), System::nanoTime);
        var order = new TaskOrder(heldOut, seed, steps, batch, folder, bar);
        TrainedVision trained;
        try (var _ = new Farewell(folder, out())) {
            trained = train(layout, goal, order);
        }
        var command = "millwright train "
                + String.join(
                        " ", requireNonNull(spec).commandLine().getParseResult().originalArgs());
        var card = new Registration(models, licence)
                .register(
                        called,
                        trained.onnx(),
                        trained.inputs(),
                        trained.outputs(),
                        trained.metrics(),
                        provenance(trained, layout, goal, hash, command),
                        trained.pictures());
        Checkpoints.in(folder).discard();
        trained.words().forEach(this::say);
        say("written " + models.resolve(card.file()) + ", its card and pictures; it is a shadow until it is promoted");
        return 0;
    }

    private TrainedVision train(Layout layout, Goal goal, TaskOrder order) {
        return switch (goal) {
            case ANOMALY -> anomaly(layout, order);
            case CLASSIFY -> SurfaceTask.train(SurfaceFolder.read(data), lying, order);
            case DETECT -> detect(layout, order);
        };
    }

    private TrainedVision anomaly(Layout layout, TaskOrder order) {
        var set = layout.good(data, heldOut, seed);
        var settings = anomalies.settings(set, seed);
        say("%d good pictures to learn from, %d to judge by; %.1f %% of good ones may be rejected"
                .formatted(set.good().size(), set.test().size(), 100 * settings.falseRejectRate()));
        if (settings.tilePx() > 0) {
            say("pictures are looked at in tiles of %d pixels, so that small defects are seen"
                    .formatted(settings.tilePx()));
        }
        if (anomalies.method(set, settings, steps > 0 || batch > 0) == AnomalyMethod.DRAWN) {
            say("defects are drawn into them, and a network learns to mark these; --method memory takes a minute");
            return AnomalyTask.drawn(set, settings, anomalies.costs(), order);
        }
        var network = anomalies.network(models);
        say("features: " + network.words());
        try (var opened = Backbone.open(network.onnx(), network.normalisation())) {
            return AnomalyTask.remembered(
                    set, network.onnx(), network.words(), opened, settings, anomalies.costs(), order);
        }
    }

    private TrainedVision detect(Layout layout, TaskOrder order) {
        if (layout == Layout.PAIRS) {
            var pairs = PairFolder.read(data).accepted(skipBroken);
            say("%d pairs to learn from and to hold out, %d more to judge by%s"
                    .formatted(
                            pairs.pairs().size(),
                            pairs.heldOut().size(),
                            leftOut(pairs.broken().size())));
            return PairTask.train(pairs, order);
        }
        var boxes = layout.boxes(data).accepted(skipBroken);
        say("%d pictures with %d boxes of %s%s"
                .formatted(
                        boxes.pictures().size(),
                        boxes.boxes(),
                        String.join(", ", boxes.kinds()),
                        leftOut(boxes.broken().size())));
        return BoxTask.train(boxes, order);
    }

    private static String leftOut(int broken) {
        return broken == 0 ? "" : "; %d labels are broken, their pictures are left out".formatted(broken);
    }

    private Map<String, String> provenance(
            TrainedVision trained, Layout layout, Goal goal, String hash, String command) {
        var provenance = new LinkedHashMap<>(trained.details());
        provenance.put("task", goal.toString());
        provenance.put("data", String.valueOf(data.toAbsolutePath().normalize().getFileName()));
        provenance.put("data_sha256", hash);
        provenance.put("layout", layout.words());
        provenance.put("seed", String.valueOf(seed));
        provenance.put("command", command);
        return provenance;
    }

    /** Tells trainings apart that must not go on from each other's checkpoints. */
    private String key(String hash, Layout layout, Goal goal) {
        var all = "%s %s %s %s %d %d %d %s %s %s"
                .formatted(hash, layout, goal, lying, steps, batch, seed, heldOut, anomalies.words(), skipBroken);
        return ModelRegistry.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
    }

    private String named(Goal goal) {
        var plain = String.valueOf(data.toAbsolutePath().normalize().getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "pictures" : plain) + "-" + goal;
    }

    private void check() {
        if (name != null && !name.matches(PLAIN_NAME)) {
            throw wrong("--name '" + name + "'\nUse small letters, digits and dashes, as lid-scratches.");
        }
        if (steps < 0 || batch < 0 || !(heldOut > 0 && heldOut <= 0.5)) {
            throw wrong(
                    "--steps %d, --batch %d, --hold-out %s\nGive numbers above 0 and a share to hold out of at most 0.5, or leave them out."
                            .formatted(steps, batch, heldOut));
        }
    }

    private void refuseWhatDoesNotBelong(Goal goal) {
        if (lying != Lying.LEVEL && goal != Goal.CLASSIFY) {
            throw wrong("--lying does not go with --task %s\nIt is for --task classify.".formatted(goal));
        }
        var trouble = anomalies.trouble(goal, steps > 0 || batch > 0);
        if (trouble != null) {
            throw wrong(trouble);
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(requireNonNull(spec).commandLine(), words);
    }

    /** Whether a person looks on. */
    private static boolean watched() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }

    private PrintWriter out() {
        return requireNonNull(spec).commandLine().getOut();
    }
}
