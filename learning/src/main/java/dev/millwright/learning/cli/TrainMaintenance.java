package dev.millwright.learning.cli;

import static java.util.Objects.requireNonNull;

import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.life.HeldOut;
import dev.millwright.learning.life.LifeSettings;
import dev.millwright.learning.life.LifeTrainer;
import dev.millwright.learning.life.TrainedLife;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.fleet.Columns;
import dev.millwright.maintenance.fleet.Fleet;
import dev.millwright.maintenance.fleet.FleetCheck;
import dev.millwright.maintenance.fleet.FleetFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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
            "Learns the remaining life of a kind of machine from a CSV of machines that ran to failure: a row for each machine"
                    + " and time, a column for each signal; a machine's last row is its failure.",
            "The model is registered beside its card as a shadow; predict uses it, and promoting it is your decision."
        },
        mixinStandardHelpOptions = true)
final class TrainMaintenance implements Callable<Integer> {
    /** Of the median life: how much of it counts as wear, and how much of that an alarm looks ahead. */
    private static final double WEARS = 0.6;

    private static final double SOON = 0.25;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FILE.csv", description = "The machines.")
    private Path data = Path.of("");

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
        if (cap < 0 || within < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--cap and --alarm-within are lives\nGive more than 0, or leave them out.");
        }
        var check = FleetCheck.of(FleetFile.read(data, new Columns(unit, time, settings, ignored)));
        check.remarks().forEach(out::println);
        var life = life(check.fleet());
        out.printf(
                Locale.ROOT,
                "%d machines, %d rows, %d signals; median life %.4g %s%n",
                check.fleet().units().size(),
                check.fleet().rows(),
                check.fleet().signals().size(),
                medianLife(check.fleet()),
                check.fleet().unitOfTime());
        out.flush();
        var trained = trained(check.fleet(), life, out);
        var command = "millwright train "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        var card = new LifeRegistration(models, data, licence, command).register(assetClass + "-life", trained, life);
        tell(trained.heldOut(), life.unitOfLife(), out);
        out.println(
                "written " + models.resolve(card.file()) + ", its card and plots; it is a shadow until it is promoted");
        out.flush();
        return 0;
    }

    private LifeSettings life(Fleet fleet) {
        double capped = cap > 0 ? cap : WEARS * medianLife(fleet);
        return new LifeSettings(
                capped,
                1,
                LifeSettings.DEFAULT.folds(),
                LifeSettings.DEFAULT.cuts(),
                LifeSettings.DEFAULT.coverage(),
                LifeSettings.DEFAULT.bags(),
                within > 0 ? within : SOON * capped,
                fleet.unitOfTime(),
                LifeSettings.DEFAULT.boost().seeded(seed),
                LifeSettings.DEFAULT.alarm(),
                treesOnly ? null : LifeSettings.DEFAULT.network());
    }

    private static double medianLife(Fleet fleet) {
        var lives = fleet.units().stream().map(UnitRun::life).sorted().toList();
        return lives.get(lives.size() / 2);
    }

    private TrainedLife trained(Fleet fleet, LifeSettings life, PrintWriter out) throws InterruptedException {
        int steps = life.folds() + 1;
        var begun = new AtomicInteger();
        var trainer = new LifeTrainer(
                fleet.signals(), fleet.settings(), !noAge, life, Checkpoints.in(models.resolve(".training")), words -> {
                    out.printf("[%d of %d] %s%n", begun.incrementAndGet(), steps, words);
                    out.flush();
                });
        return trainer.train(fleet.units());
    }

    private static void tell(HeldOut held, String unitOfLife, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "held out: error %.4g %s (by the mean life %.4g), the interval holds %.0f %% of lives and is %.4g wide%n",
                held.rmse(),
                unitOfLife,
                held.meanLifeRmse(),
                100 * held.coverage(),
                held.width());
        if (held.rmse() >= held.meanLifeRmse()) {
            out.println("The model is no better than the mean life: these signals do not show the wear.");
        }
    }
}
