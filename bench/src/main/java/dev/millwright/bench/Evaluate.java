package dev.millwright.bench;

import dev.millwright.app.cli.Main;
import dev.millwright.app.cli.MeasureFile;
import dev.millwright.bench.maintenance.MaintenanceCommand;
import dev.millwright.bench.replanning.ReplanningCommand;
import dev.millwright.bench.scheduling.Dispatching;
import dev.millwright.bench.scheduling.SchedulingCommand;
import dev.millwright.bench.vision.VisionCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./millwright evaluate WHAT}: measures a claim, prints a table, writes JSON. */
@Command(
        name = "evaluate",
        description = "Measures a claim: prints a table and, with --json, writes it to a file.",
        mixinStandardHelpOptions = true,
        subcommands = {SchedulingCommand.class, ReplanningCommand.class, MaintenanceCommand.class, VisionCommand.class})
public final class Evaluate {

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures as JSON.",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Path json;

    /** A measurement: its settings go in, its figures come out. */
    public interface Measurement {
        Figures run() throws Exception;
    }

    /** What a measurement found. */
    public record Figures(
            Map<String, Object> settings,
            Map<String, ? extends Number> metrics,
            java.util.List<Map<String, Object>> rows) {}

    public static void main(String... args) {
        var line = Main.withManners(new CommandLine(new Evaluate())
                .setCommandName("millwright evaluate")
                .setCaseInsensitiveEnumValuesAllowed(true));
        System.exit(line.execute(args.length == 0 ? new String[] {"--help"} : args));
    }

    @Command(
            description =
                    "200 mixed disturbances against a running plant: from the event to the adopted plan's broadcast.")
    int loop(
            @Option(
                            names = "--disturbances",
                            defaultValue = "200",
                            description = "How many (default: ${DEFAULT-VALUE}).")
                    int disturbances,
            @Option(
                            names = "--speed",
                            defaultValue = "10",
                            description = "The plant's speed (default: ${DEFAULT-VALUE}).")
                    int speed,
            @Option(
                            names = "--seed",
                            defaultValue = "1",
                            description = "Which disturbances (default: ${DEFAULT-VALUE}).")
                    long seed)
            throws Exception {
        return measure("loop", new LoopReaction(disturbances, speed, seed));
    }

    @Command(description = "kill -9 under load, restart, and look for what was acknowledged.")
    int durability(
            @Option(names = "--kills", defaultValue = "20", description = "How often (default: ${DEFAULT-VALUE}).")
                    int kills)
            throws Exception {
        return measure("durability", new Durability(kills));
    }

    @Command(description = "Time until ready, and memory idle and under load.")
    int footprint(
            @Option(names = "--starts", defaultValue = "5", description = "Counted starts (default: ${DEFAULT-VALUE}).")
                    int starts)
            throws Exception {
        return measure("footprint", new Footprint(starts));
    }

    @Command(description = "Durable readings per second through the twin's front door and through MQTT.")
    int ingest(
            @Option(names = "--seconds", defaultValue = "10", description = "For each (default: ${DEFAULT-VALUE}).")
                    int seconds)
            throws Exception {
        return measure("ingest", new Ingest(seconds));
    }

    @Command(
            description =
                    "How many operations a second of one core each dispatching rule places, and the first plan of all"
                            + " rules, on a random shop.")
    int dispatching(
            @Option(names = "--jobs", defaultValue = "500", description = "Jobs (default: ${DEFAULT-VALUE}).") int jobs,
            @Option(
                            names = "--machines",
                            defaultValue = "20",
                            description = "Machines, each of which every job visits once (default: ${DEFAULT-VALUE}).")
                    int machines,
            @Option(
                            names = "--modes",
                            defaultValue = "1",
                            description = "Machines that can do each operation (default: ${DEFAULT-VALUE}).")
                    int modes,
            @Option(
                            names = "--seconds",
                            defaultValue = "3",
                            description = "For each rule, after a warm-up as long (default: ${DEFAULT-VALUE}).")
                    double seconds)
            throws Exception {
        return measure("dispatching", new Dispatching(jobs, machines, modes, seconds));
    }

    /** Where the figures go beside the terminal; null: nowhere. */
    public @Nullable Path json() {
        return json;
    }

    /** The folder of scheduling instances where data lies that is not named. */
    public static Path schedulingData() {
        return data("scheduling", "--instances");
    }

    /** The folder of a public set, where data lies that an option does not name. */
    public static Path data(String set, String option) {
        var data = System.getenv("MILLWRIGHT_DATA");
        if (data == null || data.isBlank()) {
            throw new IllegalArgumentException(
                    "Where the data lies is not said.\nName the folder with %s, or set MILLWRIGHT_DATA to a folder with %s in it."
                            .formatted(option, set));
        }
        return Path.of(data, set);
    }

    /** The folder of the project. */
    public static Path home() {
        return ServerProcess.home();
    }

    /** Measures, prints the figures and writes them where they were asked for. */
    public int measure(String what, Measurement measurement) throws Exception {
        var started = Instant.now();
        long nanos = System.nanoTime();
        Figures figures = measurement.run();
        var file = MeasureFile.of(what, started, nanos, figures.settings(), figures.metrics(), figures.rows());
        System.out.println(what + " (" + file.machine() + ", commit " + file.commit() + ")");
        System.out.print(file.table());
        write(file);
        return 0;
    }

    private void write(MeasureFile file) throws IOException {
        file.write(json);
        if (json != null) {
            System.out.println("written to " + json);
        }
    }
}
