package dev.millwright.bench.scheduling;

import dev.millwright.app.cli.MeasureFile;
import dev.millwright.bench.Evaluate;
import dev.millwright.bench.SideFile;
import dev.millwright.bench.scheduling.Selection.Chosen;
import dev.millwright.scheduling.SolverChoice;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.instances.InstanceReader;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contestants side by side on public instances: instance by instance, the one who begins changing each time, so that
 * what else the machine does hits all of them alike.
 *
 * @param bounds the table of best known bounds
 * @param json where the figures will be written; beside it lies what is measured so far
 * @param picture where to draw gap over time
 */
record SchedulingMeasurement(
        Selection selection,
        Path bounds,
        List<SolverChoice> contestants,
        SolverSettings solver,
        @Nullable Path json,
        @Nullable Path picture)
        implements Evaluate.Measurement {

    private static final double MILLIS = 1000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    @Override
    public Evaluate.Figures run() throws IOException {
        var choice = selection.from(BoundsTable.read(bounds));
        choice.leftOut().forEach((family, reason) -> System.err.println("  left out " + family + ": " + reason));
        var side = side();
        if (side.size() > 0) {
            System.err.println("  going on after " + side.size() + " trials of an earlier, interrupted run");
        }
        var trials = trials(choice.chosen(), side);
        draw(trials);
        return new Evaluate.Figures(
                settings(choice.leftOut()),
                new Metrics(names(), trials).flat(),
                trials.stream().map(Measured::row).toList());
    }

    /** To be called when the figures are written: the file beside them has done its work. */
    void written() throws IOException {
        side().done();
    }

    private SideFile<Measured> side() throws IOException {
        return SideFile.beside(json, conditions(), Measured.class, Measured::key);
    }

    private List<Measured> trials(List<Chosen> chosen, SideFile<Measured> side) throws IOException {
        warmUp(chosen.getFirst());
        var progress = ProgressLine.onTerminal(chosen.size() * contestants.size(), seconds());
        var trials = new ArrayList<Measured>();
        var order = new ArrayList<>(contestants);
        for (var instance : chosen) {
            for (var contestant : order) {
                trials.add(trial(instance, contestant, side, progress));
            }
            Collections.rotate(order, 1);
        }
        return trials;
    }

    /** Loads native code and lets the JVM see every contestant once, so that the first trial does not pay for it. */
    private void warmUp(Chosen first) throws IOException {
        var request = PlanRequest.of(InstanceReader.instance(first.file()).problem());
        var settings = new SolverSettings(WARM_UP, solver.workers(), solver.seed(), false);
        for (var contestant : contestants) {
            contestant.solve(request, settings, _ -> {}, new StopSignal());
        }
    }

    private Measured trial(Chosen chosen, SolverChoice contestant, SideFile<Measured> side, ProgressLine progress)
            throws IOException {
        var known = chosen.known();
        var earlier = side.find(Measured.key(known.instance(), contestant.name()));
        if (earlier != null) {
            progress.skip();
            return earlier;
        }
        var problem = InstanceReader.instance(chosen.file()).problem();
        progress.begin(known, contestant);
        var measured = new Trial(chosen, problem, contestant, solver)
                .run((value, bound) -> progress.incumbent(value, bound, known.gap(value)));
        side.add(measured);
        progress.end(measured);
        return measured;
    }

    private void draw(List<Measured> trials) throws IOException {
        if (picture == null) {
            return;
        }
        var curves = names().stream()
                .map(name -> GapCurve.of(
                        name,
                        trials.stream()
                                .filter(trial -> trial.solver().equals(name))
                                .toList()))
                .toList();
        long instances = trials.stream().map(Measured::instance).distinct().count();
        var title = "Gap over time: %d instances, %s s, %d workers"
                .formatted(instances, GapPicture.number(seconds()), solver.workers());
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Files.writeString(picture, GapPicture.of(title, curves, seconds()));
        System.err.println("  drawn to " + picture);
    }

    /** What must be equal for two trials to stand in one table. */
    private Map<String, Object> conditions() {
        return Map.of(
                "commit", MeasureFile.gitCommit(),
                "seconds", GapPicture.number(seconds()),
                "workers", solver.workers(),
                "seed", solver.seed());
    }

    private Map<String, Object> settings(Map<String, String> leftOut) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("instances", String.valueOf(selection.instances().getFileName()));
        settings.put("bounds", String.valueOf(bounds.getFileName()));
        settings.put("solver", String.join(",", names()));
        settings.put("seconds", seconds());
        settings.put("workers", solver.workers());
        settings.put("seed", solver.seed());
        settings.put("family", String.join(",", selection.families()));
        settings.put("size", String.join(",", selection.sizes()));
        settings.put("limit", selection.limit() == Integer.MAX_VALUE ? "none" : selection.limit());
        settings.put("left_out", leftOut);
        return settings;
    }

    private List<String> names() {
        return contestants.stream().map(SolverChoice::name).toList();
    }

    private double seconds() {
        return solver.limit().toMillis() / MILLIS;
    }
}
