package dev.millwright.app.cli;

import dev.millwright.app.PlantFiles;
import dev.millwright.app.PlantMark;
import dev.millwright.plant.event.EventJson;
import dev.millwright.plant.file.PlantFile;
import dev.millwright.twin.TwinEngine;
import dev.millwright.twin.TwinSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millwright export}: what a stopped Millwright knows, as files anybody can read. */
@Command(
        name = "export",
        description = "Writes journal (JSON lines), plan and plant file of a stopped Millwright to a folder.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final int PAGE = 5_000;

    @Parameters(paramLabel = "DIR", description = "Where to write.")
    private Path to = Path.of(".");

    @Option(names = "--plant", paramLabel = "NAME|FILE", description = "Which plant (default: ${DEFAULT-VALUE}).")
    private String plant = "board-shop";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Its data directory (default: the plant's usual one).")
    private @Nullable Path dataDir;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path plantFile = PlantFiles.find(plant);
        Path from = dataDir == null ? PlantFiles.dataDirOf(plant) : dataDir;
        if (!Files.isDirectory(from.resolve("journal"))) {
            throw new IllegalArgumentException(
                    "There is no journal in %s.\nRun './millwright up' first, or name another --data-dir."
                            .formatted(from));
        }
        var known = PlantFile.load(plantFile);
        PlantMark.require(from, known);
        Files.createDirectories(to);
        long events = 0;
        try (var twin = TwinEngine.open(known, from.resolve("journal"), TwinSettings.DEFAULT, Clock.systemUTC());
                var journal = Files.newOutputStream(to.resolve("journal.jsonl"))) {
            for (var page = twin.events(1, PAGE);
                    !page.isEmpty();
                    page = twin.events(page.getLast().offset() + 1, PAGE)) {
                for (var event : page) {
                    journal.write(EventJson.write(event));
                    journal.write('\n');
                }
                events += page.size();
            }
            var plan = twin.state().plan();
            if (plan != null) {
                Files.write(to.resolve("schedule.json"), EventJson.mapper().writeValueAsBytes(plan.plan()));
            }
        }
        Files.copy(plantFile, to.resolve("plant.yaml"), StandardCopyOption.REPLACE_EXISTING);
        out().printf("%d events, the plan in force and the plant file are in %s%n", events, to);
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return Terminal.of(spec);
    }
}
