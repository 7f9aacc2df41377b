package dev.millwright.bench.replanning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.app.cli.MeasureFile;
import dev.millwright.bench.Evaluate;
import dev.millwright.bench.SideFile;
import dev.millwright.bench.replanning.EpisodeReader.Source;
import dev.millwright.plant.event.EventJson;
import dev.millwright.scheduling.cpsat.SolverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All episodes one after the other, then the first answer on a large floor.
 *
 * @param instances the folder of scheduling instances
 * @param families only episodes of these; none: all
 * @param breakdowns of the large floor, for each of its figures
 * @param json where the figures will be written; beside it lies what is measured so far
 */
record ReplanningMeasurement(
        Path instances,
        List<String> families,
        int limit,
        SolverSettings solver,
        int breakdowns,
        @Nullable Path json) implements Evaluate.Measurement {

    private static final JsonMapper MAPPER = EventJson.mapper();
    private static final long FROZEN_SECONDS = 300;
    private static final Duration SHORT = Duration.ofMillis(100);

    @Override
    public Evaluate.Figures run() throws IOException {
        var reader = new EpisodeReader(instances);
        var side = side();
        if (side.size() > 0) {
            System.err.println("  going on after " + side.size() + " episodes of an earlier, interrupted run");
        }
        var sources = chosen(reader.sources());
        warmUp(reader.read(sources.getFirst()));
        var answered = new ArrayList<Answered>();
        for (var source : sources) {
            answered.add(episode(reader.read(source), side));
            tell(answered, sources.size());
        }
        var metrics = ReplanningMetrics.of(answered);
        var all = new LinkedHashMap<String, Number>(metrics);
        all.putAll(largeFloor());
        return new Evaluate.Figures(settings(), all, rows(answered));
    }

    /** To be called when the figures are written: the file beside them has done its work. */
    void written() throws IOException {
        side().done();
    }

    private SideFile<Answered> side() throws IOException {
        return SideFile.beside(json, conditions(), Answered.class, Answered::episode);
    }

    private List<Source> chosen(List<Source> all) {
        var fitting = all.stream()
                .filter(source -> families.isEmpty() || families.contains(source.familyName()))
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("No episode is of the families %s.\nThere are %s."
                    .formatted(
                            families,
                            all.stream().map(Source::familyName).distinct().toList()));
        }
        int count = Math.min(limit, fitting.size());
        var spread = new ArrayList<Source>();
        for (int i = 0; i < count; i++) {
            spread.add(fitting.get((int) ((long) i * fitting.size() / count)));
        }
        return spread;
    }

    /** Loads native code and lets the JVM see everything once, so that the first event does not pay for it. */
    private void warmUp(Episode episode) {
        new EpisodeRun(episode, new SolverSettings(SHORT, solver.workers(), solver.seed(), false)).run();
    }

    private Answered episode(Episode episode, SideFile<Answered> side) throws IOException {
        var known = side.find(episode.name());
        if (known != null) {
            return known;
        }
        var answered = new EpisodeRun(episode, solver).run();
        side.add(answered);
        return answered;
    }

    private static void tell(List<Answered> answered, int all) {
        var last = answered.getLast();
        System.err.printf(
                Locale.ROOT,
                "  %d of %d  %s  %d events, ends %d (right-shift %d, first answers %d)%n",
                answered.size(),
                all,
                last.episode(),
                last.events().size(),
                last.improvedEnd(),
                last.rightShiftEnd(),
                last.firstEnd());
    }

    private Map<String, Number> largeFloor() {
        var floor = new LargeFloor(solver.seed());
        floor.answers(breakdowns, FROZEN_SECONDS); // not counted
        var metrics = new LinkedHashMap<String, Number>();
        metrics.put("large_operations", floor.operations());
        metrics.putAll(ReplanningMetrics.latencies("large_first_", floor.answers(breakdowns, 0)));
        metrics.putAll(ReplanningMetrics.latencies("large_frozen_first_", floor.answers(breakdowns, FROZEN_SECONDS)));
        return metrics;
    }

    private static List<Map<String, Object>> rows(List<Answered> answered) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var episode : answered) {
            for (var event : episode.events()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("episode", episode.episode());
                row.put("family", episode.family());
                row.putAll(MAPPER.convertValue(event, new TypeReference<Map<String, Object>>() {}));
                rows.add(row);
            }
        }
        return rows;
    }

    /** What must be equal for two episodes to stand in one table. */
    private Map<String, Object> conditions() {
        return Map.of(
                "commit", MeasureFile.gitCommit(),
                "seconds", String.valueOf(solver.limit().toMillis() / 1e3),
                "workers", solver.workers(),
                "seed", solver.seed());
    }

    private Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("instances", String.valueOf(instances.getFileName()));
        settings.put("seconds", solver.limit().toMillis() / 1e3);
        settings.put("workers", solver.workers());
        settings.put("seed", solver.seed());
        settings.put("family", String.join(",", families));
        settings.put("limit", limit == Integer.MAX_VALUE ? "none" : limit);
        settings.put("large_breakdowns", breakdowns);
        settings.put("frozen_seconds", FROZEN_SECONDS);
        return settings;
    }
}
