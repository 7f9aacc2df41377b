package dev.millwright.app.cli;

import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.instances.InstanceReader;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
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

/** {@code millwright schedule}: one public instance, without a server. */
@Command(
        name = "schedule",
        description = "Plans a public job shop, flexible job shop or flow shop by its format's objective and checks the"
                + " plan. Formats are told apart by content.",
        mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The instance.")
    private Path file = Path.of(".");

    @Option(names = "--limit", paramLabel = "SECONDS", description = "How long to search (default: ${DEFAULT-VALUE}).")
    private double limitSeconds = 10;

    @Option(names = "--watch", description = "Print every better plan as it is found.")
    private boolean watch;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures and the plan as JSON.")
    private @Nullable Path json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var started = Instant.now();
        long nanos = System.nanoTime();
        WrongUse.unless(
                limitSeconds > 0,
                spec,
                "A limit of %s s leaves no time to search.\nGive seconds above 0, such as --limit 10."
                        .formatted(limitSeconds));
        var instance = InstanceReader.instance(Inputs.file(file, "an instance, such as ft06.txt or mk01.fjs"));
        var problem = instance.problem();
        var scheduler = new Scheduler(SolverSettings.fast(Duration.ofMillis(Math.round(limitSeconds * 1000))));
        var outcome = scheduler.solve(
                new PlanRequest(problem, instance.objective(), null),
                incumbent -> {
                    if (watch) {
                        out().printf(
                                        "%8.2f s  makespan %d, bound %.0f, by %s%n",
                                        incumbent.elapsed().toMillis() / 1000.0,
                                        incumbent.schedule().makespan(),
                                        incumbent.bound(),
                                        incumbent.schedule().origin());
                        out().flush();
                    }
                },
                new StopSignal());
        return switch (outcome) {
            case Outcome.Solved solved -> {
                var broken = ScheduleChecker.check(problem, solved.schedule());
                if (instance.objective().counts(Measure.TARDINESS)) {
                    out().printf("tardiness %d%n", solved.schedule().weightedTardiness());
                }
                out().printf(
                                "makespan  %d%s%nbound     %.0f (gap %.2f %%)%ntime      %.2f s%nchecked   %s%n",
                                solved.schedule().makespan(),
                                solved.optimal() ? " (optimal)" : "",
                                solved.bound(),
                                solved.gapPercent(),
                                solved.elapsed().toMillis() / 1000.0,
                                broken.isEmpty() ? "keeps every rule" : broken);
                out().flush();
                Map<String, Object> settings =
                        Map.of("instance", String.valueOf(file.getFileName()), "limit_s", limitSeconds);
                Map<String, Number> metrics = new LinkedHashMap<>();
                metrics.put("makespan", solved.schedule().makespan());
                metrics.put("weighted_tardiness", solved.schedule().weightedTardiness());
                metrics.put("bound", solved.bound());
                metrics.put("gap_percent", solved.gapPercent());
                metrics.put("violations", broken.size());
                MeasureFile.of("schedule", started, nanos, settings, metrics, rows(solved.schedule()))
                        .write(json);
                yield broken.isEmpty() ? 0 : 1;
            }
            case Outcome.Infeasible(var reasons) -> {
                out().println("No plan keeps every rule: " + String.join("; ", reasons));
                out().flush();
                yield 1;
            }
            case Outcome.TimedOut _ -> {
                out().println("No plan was found in time. Raise --limit.");
                out().flush();
                yield 1;
            }
        };
    }

    private static List<Map<String, Object>> rows(Schedule schedule) {
        return schedule.assignments().stream()
                .map(assignment -> Map.<String, Object>of(
                        "job", assignment.jobId(),
                        "operation", assignment.operationId(),
                        "machine", assignment.machineId(),
                        "start", assignment.start(),
                        "end", assignment.end()))
                .toList();
    }

    private PrintWriter out() {
        return Terminal.of(spec);
    }
}
