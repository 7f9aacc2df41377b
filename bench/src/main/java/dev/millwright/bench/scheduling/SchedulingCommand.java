package dev.millwright.bench.scheduling;

import static java.util.Objects.requireNonNull;

import dev.millwright.bench.Evaluate;
import dev.millwright.scheduling.SolverChoice;
import dev.millwright.scheduling.cpsat.SolverSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./millwright evaluate scheduling}: solvers on public instances against the best known bounds. */
@Command(
        name = "scheduling",
        description = {
            "Schedulers on public instances against the best known bounds.",
            "With --json, what is measured is kept beside the file until it is written: after Ctrl-C or a kill the same"
                    + " command goes on where it was."
        },
        mixinStandardHelpOptions = true)
public final class SchedulingCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Evaluate evaluate;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--instances",
            paramLabel = "DIR",
            description = "The folder of instances (default: scheduling in $MILLWRIGHT_DATA).")
    private @Nullable Path instances;

    @Option(
            names = "--bounds",
            paramLabel = "CSV",
            description = "The table of best known bounds (default: bounds.csv in the folder of instances).")
    private @Nullable Path bounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "For each instance and solver (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--workers", defaultValue = "2", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--seed", defaultValue = "1", description = "Of the solvers (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--solver",
            split = ",",
            defaultValue = "portfolio",
            converter = ContestantName.class,
            description =
                    "portfolio, cpsat (cold, plain), rule:NAME; several with commas run side by side (default: ${DEFAULT-VALUE}).")
    private List<SolverChoice> solvers = new ArrayList<>();

    @Option(
            names = "--family",
            split = ",",
            paramLabel = "NAME",
            description = "Only these families, by name (ta) or a part of it (hurink); default: all.")
    private List<String> families = new ArrayList<>();

    @Option(names = "--size", split = ",", paramLabel = "JxM", description = "Only these sizes, such as 20x15.")
    private List<String> sizes = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "At most N instances, spread evenly over all.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--picture",
            paramLabel = "FILE.svg",
            description = "Draw the mean gap over time, a line for each solver.")
    private @Nullable Path picture;

    @Override
    public Integer call() throws Exception {
        if (evaluate == null) {
            throw new IllegalStateException("scheduling is a verb of evaluate\nRun ./millwright evaluate scheduling.");
        }
        if (limit < 1) {
            throw wrongUse("--limit " + limit + " leaves nothing to measure\nGive 1 or more.");
        }
        var folder = instances == null ? Evaluate.schedulingData() : instances;
        var measurement = new SchedulingMeasurement(
                new Selection(folder, families, sizes, limit),
                bounds == null ? folder.resolve("bounds.csv") : bounds,
                solvers,
                settings(),
                evaluate.json(),
                picture);
        int code = evaluate.measure("scheduling", measurement);
        measurement.written();
        return code;
    }

    private SolverSettings settings() {
        try {
            return new SolverSettings(Duration.ofMillis(Math.round(seconds * 1000)), workers, seed, false);
        } catch (IllegalArgumentException refused) {
            throw wrongUse(String.valueOf(refused.getMessage()));
        }
    }

    private ParameterException wrongUse(String complaint) {
        return new ParameterException(requireNonNull(spec).commandLine(), complaint);
    }

    /** A solver's name as a contestant. */
    static final class ContestantName implements ITypeConverter<SolverChoice> {
        @Override
        public SolverChoice convert(String name) {
            try {
                return SolverChoice.of(name);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
