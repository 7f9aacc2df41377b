package dev.millwright.app.cli;

import dev.millwright.scheduling.SolverChoice;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.formats.Epoch;
import dev.millwright.scheduling.formats.GanttText;
import dev.millwright.scheduling.formats.ObjectiveText;
import dev.millwright.scheduling.formats.ProblemFile;
import dev.millwright.scheduling.formats.ProblemJson;
import dev.millwright.scheduling.formats.ScheduleJson;
import dev.millwright.scheduling.instances.InstanceReader;
import dev.millwright.scheduling.schedule.Incumbent;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import dev.millwright.scheduling.schedule.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millwright schedule}: plans what a file asks for, or judges a plan that is there; without a server. */
@Command(
        name = "schedule",
        description = {
            "Plans what a file asks for, checks the plan, and shows it.",
            "FILE is our own JSON (docs/formats.md), or a public instance: job shop, flexible job shop, flow shop, setups,"
                    + " due dates, told apart by content. Ctrl-C ends the search; the best plan so far is shown."
        },
        mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The problem.")
    private Path file = Path.of(".");

    @Option(
            names = "--objective",
            paramLabel = "MEASURES",
            description =
                    "What to minimise, such as makespan, tardiness*2+makespan, or late-jobs>makespan for one before"
                            + " the other (default: as the file says).")
    private @Nullable String objective;

    @Option(
            names = {"--seconds", "--limit"},
            paramLabel = "S",
            description = "How long to search (default: ${DEFAULT-VALUE}).")
    private double limitSeconds = 10;

    @Option(names = "--workers", paramLabel = "N", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int workers = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Of all chance (default: ${DEFAULT-VALUE}).")
    private int seed = 1;

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            description =
                    "portfolio, cpsat (plain, from cold) or rule:NAME, such as rule:MWKR (default: ${DEFAULT-VALUE}).")
    private String solver = "portfolio";

    @Option(names = "--watch", description = "Print every better plan as it is found.")
    private boolean watch;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the plan, as often as wanted: .json, .csv, .ics (calendar), .svg or .png (Gantt chart).")
    private List<Path> out = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures and the plan as a measurement.")
    private @Nullable Path json;

    @Option(
            names = "--check",
            paramLabel = "SCHEDULE",
            description =
                    "Search for nothing: judge this plan, as --out FILE.json writes it, and name every broken rule.")
    private @Nullable Path check;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        WrongUse.unless(
                limitSeconds > 0,
                spec,
                "A limit of %s s leaves no time to search.\nGive seconds above 0, such as --seconds 10."
                        .formatted(limitSeconds));
        var choice = WrongUse.unlessRead(spec, () -> SolverChoice.of(solver));
        var settings = WrongUse.unlessRead(spec, this::settings);
        var files = WrongUse.unlessRead(spec, () -> ScheduleOut.all(out));
        var problem = problem();
        return check == null ? search(problem, choice, settings, files) : judge(problem, check, files);
    }

    private SolverSettings settings() {
        return new SolverSettings(Duration.ofMillis(Math.round(limitSeconds * 1000)), workers, seed, false);
    }

    private ProblemFile problem() throws IOException {
        var text = Files.readString(Inputs.file(file, "an instance, such as ft06.txt or mk01.fjs, or our JSON"));
        var name = String.valueOf(file.getFileName());
        var read = ProblemJson.looksLike(text) ? ProblemJson.read(name, text) : instance(name, text);
        var wish = objective;
        if (wish == null) {
            return read;
        }
        var wanted = WrongUse.unlessRead(spec, () -> ObjectiveText.parse(wish));
        var request =
                new PlanRequest(read.request().problem(), wanted, read.request().adopted());
        return new ProblemFile(read.name(), request, read.epoch());
    }

    private static ProblemFile instance(String name, String text) {
        var instance = InstanceReader.parse(name, text);
        return new ProblemFile(
                instance.name(), new PlanRequest(instance.problem(), instance.objective(), null), Epoch.UNKNOWN);
    }

    private int search(ProblemFile problem, SolverChoice choice, SolverSettings settings, List<ScheduleOut> files)
            throws IOException {
        var started = Instant.now();
        long nanos = System.nanoTime();
        var signal = new StopSignal();
        try (var _ = new Interruption(signal)) {
            return switch (outcome(problem.request(), choice, settings, signal)) {
                case Outcome.Solved solved -> {
                    var broken = show(problem, solved.schedule(), files);
                    var figures = new ScheduleFigures(problem, solved, broken.size());
                    print(figures.text());
                    verdict(broken);
                    figures.measurement(file, choice.name(), settings, started, nanos)
                            .write(json);
                    yield broken.isEmpty() ? 0 : 1;
                }
                case Outcome.Infeasible(var reasons) -> {
                    print("No plan keeps every rule:%n  %s%n"
                            .formatted(String.join(System.lineSeparator() + "  ", reasons)));
                    yield 1;
                }
                case Outcome.TimedOut _ -> {
                    print("No plan was found in time. Raise --seconds.%n".formatted());
                    yield 1;
                }
            };
        }
    }

    private Outcome outcome(PlanRequest request, SolverChoice choice, SolverSettings settings, StopSignal signal) {
        if (watch || !Terminal.isWatched()) {
            Consumer<Incumbent> listener = watch ? this::tell : _ -> {};
            return choice.solve(request, settings, listener, signal);
        }
        try (var line = new SearchLine(new PrintWriter(System.err, true), limitSeconds)) {
            return choice.solve(request, settings, line::better, signal);
        }
    }

    private void tell(Incumbent better) {
        long makespan = better.schedule().makespan();
        print(String.format(
                Locale.ROOT,
                "%8.2f s  makespan %d, bound %.0f, %sby %s%n",
                better.elapsed().toMillis() / 1000.0,
                makespan,
                better.bound(),
                better.objective() == makespan ? "" : "objective " + better.objective() + ", ",
                better.schedule().origin()));
    }

    private int judge(ProblemFile problem, Path plan, List<ScheduleOut> files) throws IOException {
        var read = ScheduleJson.read(
                Inputs.file(plan, "a plan, as --out FILE.json writes it"), problem.request(), problem.epoch());
        var broken = show(problem, read, files);
        print("makespan  %d%n".formatted(read.makespan()));
        verdict(broken);
        return broken.isEmpty() ? 0 : 1;
    }

    /** Prints the schedule, writes it where it was asked for, and says which rules it breaks. */
    private List<Violation> show(ProblemFile problem, Schedule schedule, List<ScheduleOut> files) throws IOException {
        var letters = Terminal.knowsUnicode() ? GanttText.Letters.UNICODE : GanttText.Letters.ASCII;
        print(new ScheduleReport(problem, schedule).text(Terminal.width(), letters) + System.lineSeparator());
        for (var each : files) {
            each.write(problem, schedule, Instant.now().truncatedTo(ChronoUnit.MINUTES));
        }
        return ScheduleChecker.check(problem.request().problem(), schedule);
    }

    private void verdict(List<Violation> broken) {
        print(
                broken.isEmpty()
                        ? "checked   keeps every rule%n".formatted()
                        : "checked   breaks %d rules%n".formatted(broken.size()));
        broken.forEach(each -> print("  " + each.describe() + System.lineSeparator()));
        out.forEach(each -> print("written to " + each + System.lineSeparator()));
    }

    private void print(String text) {
        var terminal = Terminal.of(spec);
        terminal.print(text);
        terminal.flush();
    }
}
