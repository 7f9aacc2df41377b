package dev.millwright.bench.replanning;

import static java.util.Objects.requireNonNull;

import dev.millwright.bench.Evaluate;
import dev.millwright.scheduling.cpsat.SolverSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./millwright evaluate replanning}: answers to breakdowns and arrivals against a plain right-shift. */
@Command(
        name = "replanning",
        description = {
            "Answers to breakdowns and arrivals of public episodes, at once and after some seconds, against a right-shift.",
            "With --json, what is measured is kept beside the file until it is written: after Ctrl-C or a kill the same"
                    + " command goes on where it was."
        },
        mixinStandardHelpOptions = true)
public final class ReplanningCommand implements Callable<Integer> {

    private static final int BREAKDOWNS = 100;

    @ParentCommand
    private @Nullable Evaluate evaluate;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--instances",
            paramLabel = "DIR",
            description = "The folder that holds dynamic/dfjsp-episodes (default: scheduling in $MILLWRIGHT_DATA).")
    private @Nullable Path instances;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "For the improved answer to each event (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--workers", defaultValue = "2", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--seed", defaultValue = "1", description = "Of the solvers (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(names = "--family", split = ",", paramLabel = "NAME", description = "Only these families; default: all.")
    private List<String> families = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "At most N episodes, spread evenly over all.")
    private int limit = Integer.MAX_VALUE;

    @Override
    public Integer call() throws Exception {
        if (evaluate == null) {
            throw new IllegalStateException("replanning is a verb of evaluate\nRun ./millwright evaluate replanning.");
        }
        if (limit < 1) {
            throw wrongUse("--limit " + limit + " leaves nothing to measure\nGive 1 or more.");
        }
        var folder = instances == null ? Evaluate.schedulingData() : instances;
        var measurement = new ReplanningMeasurement(folder, families, limit, settings(), BREAKDOWNS, evaluate.json());
        int code = evaluate.measure("replanning", measurement);
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
}
