package dev.millwright.learning.cli;

import static java.util.Objects.requireNonNull;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.life.FailureTrainer;
import dev.millwright.learning.life.LifeSettings;
import dev.millwright.learning.life.LifeTrainer;
import dev.millwright.learning.life.ModeTrainer;
import dev.millwright.learning.life.TrainedFailure;
import dev.millwright.learning.life.TrainedLife;
import dev.millwright.learning.life.TrainedModes;
import dev.millwright.learning.network.NetworkSettings;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.fleet.Columns;
import dev.millwright.maintenance.fleet.Fleet;
import dev.millwright.maintenance.fleet.FleetCheck;
import dev.millwright.maintenance.fleet.FleetFile;
import dev.millwright.maintenance.fleet.FleetSource;
import dev.millwright.maintenance.fleet.ModeCheck;
import dev.millwright.plant.AssetClass;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./millwright train maintenance}: remaining life, from machines that ran to failure. */
@Command(
        name = "maintenance",
        description = {
            "Learns the remaining life of a kind of machine, how likely it fails soon, or how, from a CSV of machines that ran to"
                    + " failure: a row for each machine and time, a column for each signal; a machine's last row is its failure.",
            "With --failures machines live on after a failure: each begins another life then.",
            "The model is registered beside its card as a shadow; predict uses it, and promoting it is your decision."
        },
        mixinStandardHelpOptions = true)
final class TrainMaintenance implements Callable<Integer> {
    /** How many numbers the examples of one learner may be. */
    private static final long MOST_FEATURES = 40_000_000;

    /** What is to be learned. */
    enum Goal {
        LIFE,
        FAILURE_WITHIN,
        FAILURE_MODE;

        /** What the names of such models end in. */
        String suffix() {
            return switch (this) {
                case LIFE -> AssetClass.LIFE;
                case FAILURE_WITHIN -> "-failure";
                case FAILURE_MODE -> AssetClass.FAILURE_MODE;
            };
        }

        BoostSettings boost() {
            return switch (this) {
                case LIFE -> LifeSettings.DEFAULT.boost();
                case FAILURE_WITHIN -> FailureTrainer.BOOST;
                case FAILURE_MODE -> ModeTrainer.BOOST;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Of the median life: how much of it counts as wear, and how much of that an alarm looks ahead. */
    private static final double WEARS = 0.6;

    private static final double SOON = 0.25;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FILE.csv", description = "The machines.")
    private Path data = Path.of("");

    @Option(
            names = "--failures",
            paramLabel = "FILE.csv",
            description = "Machine and time of each failure, in columns named as in the data.")
    private @Nullable Path failures;

    @Option(
            names = "--maintenance",
            paramLabel = "FILE.csv",
            description =
                    "Machine and time of each maintenance that made a machine as new; the life before is not learned from.")
    private @Nullable Path renewals;

    @Option(
            names = "--goal",
            defaultValue = "life",
            description = "What is learned: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Goal goal = Goal.LIFE;

    @Option(
            names = "--horizon",
            paramLabel = "LIFE",
            description = "With --goal failure-within or failure-mode: is there a failure within this?")
    private double horizon;

    @Option(
            names = "--mode-column",
            paramLabel = "NAME",
            description =
                    "With --goal failure-mode: says how a machine failed, in the file of failures where there is one,"
                            + " otherwise in the machine's last row.")
    private String mode = "";

    @Option(
            names = "--asset-class",
            required = true,
            paramLabel = "NAME",
            description = "What kind of machine it is, as pump.")
    private String assetClass = "";

    @Option(
            names = "--unit-column",
            defaultValue = "unit",
            description = "Names the machine (default: ${DEFAULT-VALUE}).")
    private String unit = "";

    @Option(
            names = "--time-column",
            defaultValue = "time",
            description = "A number, or a time like 2026-11-25T06:00:00Z (default: ${DEFAULT-VALUE}).")
    private String time = "";

    @Option(
            names = "--setting-columns",
            split = ",",
            paramLabel = "NAME",
            description = "Tell how a machine is operated; its regimes are found in them.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--ignore", split = ",", paramLabel = "NAME", description = "Columns to leave out.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--cap",
            paramLabel = "LIFE",
            description = "Longer lives count as this long (default: six tenths of the median life).")
    private double cap;

    @Option(
            names = "--alarm-within",
            paramLabel = "LIFE",
            description = "An alarm says that a machine fails within this (default: a quarter of the cap).")
    private double within;

    @Option(names = "--no-age", description = "Do not look at how long a machine has run.")
    private boolean noAge;

    @Option(names = "--trees-only", description = "Train no recurrent network beside the trees: quicker, less sure.")
    private boolean treesOnly;

    @Option(
            names = "--epochs",
            defaultValue = "12",
            description = "How often the network sees each row; fewer is quicker (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--networks",
            defaultValue = "3",
            description = "How many networks are averaged (default: ${DEFAULT-VALUE}).")
    private int networks;

    @Option(
            names = "--most-values",
            defaultValue = "" + FleetSource.MOST,
            paramLabel = "N",
            description =
                    "Numbers kept in memory; of larger files every nth row is learned from (default: ${DEFAULT-VALUE}).")
    private long mostValues;

    @Option(names = "--seed", defaultValue = "1", description = "Of chance (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--models",
            defaultValue = "models",
            paramLabel = "DIR",
            description = "Where models and cards lie (default: ${DEFAULT-VALUE}).")
    private Path models = Path.of("");

    @Option(
            names = "--licence",
            defaultValue = "own data",
            description = "Under which terms the data may be used; it stands on the card (default: ${DEFAULT-VALUE}).")
    private String licence = "";

    @Override
    public Integer call() throws InterruptedException {
        var out = requireNonNull(spec).commandLine().getOut();
        if (!assetClass.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--asset-class '" + assetClass + "'\nUse small letters, digits and dashes, as feed-pump.");
        }
        if (cap < 0 || within < 0 || epochs < 1 || networks < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--cap and --alarm-within are lives, --epochs and --networks numbers\nGive more than 0, or leave them out.");
        }
        if (goal != Goal.LIFE != horizon > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--goal %s with --horizon %s\nGive --goal failure-within and failure-mode a horizon above 0, as --horizon 24, and --goal life none."
                            .formatted(goal, horizon));
        }
        if (goal == Goal.FAILURE_MODE == mode.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--goal %s with --mode-column '%s'\nGive --goal failure-mode the column that says how machines failed, and other goals none."
                            .formatted(goal, mode));
        }
        var columns = new Columns(unit, time, settings, ignored).failingBy(mode);
        var source = new FleetSource(data, columns, failures, renewals, mostValues);
        var check = FleetCheck.of(FleetFile.read(source));
        check.remarks().forEach(out::println);
        var modes = goal == Goal.FAILURE_MODE ? ModeCheck.of(check.fleet()) : null;
        if (modes != null) {
            modes.remarks().forEach(out::println);
        }
        tell(check.fleet(), out);
        var name = assetClass + goal.suffix();
        var life = life(check.fleet());
        var kept = Checkpoints.in(models.resolve(".training").resolve(name));
        var trained =
                switch (goal) {
                    case LIFE -> Trained.of(life(check.fleet(), life, kept, out));
                    case FAILURE_WITHIN -> Trained.of(failure(check.fleet(), life, kept, out));
                    case FAILURE_MODE -> Trained.of(modes(requireNonNull(modes), life, kept, out));
                };
        if (kept.found() > 0) {
            out.printf("%d parts were kept from a training that was stopped, and not trained again%n", kept.found());
        }
        var command = "millwright train "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        var card = new LifeRegistration(models, source, licence, command).register(name, trained, life);
        kept.discard();
        trained.words().forEach(out::println);
        out.println(
                "written " + models.resolve(card.file()) + ", its card and plots; it is a shadow until it is promoted");
        out.flush();
        return 0;
    }

    private static void tell(Fleet fleet, PrintWriter out) {
        var lives = fleet.machines() == fleet.units().size()
                ? ""
                : ", " + fleet.units().size() + " lives";
        out.printf(
                Locale.ROOT,
                "%d machines%s, %d rows, %d signals; median life %.4g %s%n",
                fleet.machines(),
                lives,
                fleet.rows(),
                fleet.signals().size(),
                medianLife(fleet),
                fleet.unitOfTime());
        out.flush();
    }

    private LifeSettings life(Fleet fleet) {
        double capped = cap > 0 ? cap : WEARS * medianLife(fleet);
        boolean trees = treesOnly || goal != Goal.LIFE;
        var network = NetworkSettings.DEFAULT.times(epochs, networks);
        return new LifeSettings(
                capped,
                everyNth(fleet, trees ? 0 : network.steps()),
                LifeSettings.DEFAULT.folds(),
                LifeSettings.DEFAULT.cuts(),
                LifeSettings.DEFAULT.coverage(),
                LifeSettings.DEFAULT.bags(),
                within > 0 ? within : SOON * capped,
                fleet.unitOfTime(),
                goal.boost().seeded(seed),
                LifeSettings.DEFAULT.alarm(),
                trees ? null : network);
    }

    /** So that the examples fit into memory; windows see every row all the same. */
    private static int everyNth(Fleet fleet, int steps) {
        long signals = fleet.signals().size() + 1L;
        long example = signals * (FeatureSpace.featuresOfASignal() + 2L * steps);
        return Math.toIntExact(1 + fleet.rows() * example / MOST_FEATURES);
    }

    private static double medianLife(Fleet fleet) {
        var lives = fleet.units().stream().map(UnitRun::life).sorted().toList();
        return lives.get(lives.size() / 2);
    }

    private TrainedLife life(Fleet fleet, LifeSettings life, Checkpoints kept, PrintWriter out)
            throws InterruptedException {
        return new LifeTrainer(fleet.signals(), fleet.settings(), !noAge, life, kept, progress(life, out))
                .train(fleet.units(), fleet.everyNth());
    }

    private TrainedFailure failure(Fleet fleet, LifeSettings life, Checkpoints kept, PrintWriter out)
            throws InterruptedException {
        return new FailureTrainer(fleet.signals(), fleet.settings(), !noAge, life, horizon, kept, progress(life, out))
                .train(fleet.units(), fleet.everyNth());
    }

    private TrainedModes modes(ModeCheck check, LifeSettings life, Checkpoints kept, PrintWriter out)
            throws InterruptedException {
        return new ModeTrainer(check, !noAge, life, horizon, kept, progress(life, out)).train();
    }

    private static Consumer<String> progress(LifeSettings life, PrintWriter out) {
        var begun = new AtomicInteger();
        return words -> {
            out.printf("[%d of %d] %s%n", begun.incrementAndGet(), life.folds() + 1, words);
            out.flush();
        };
    }
}
