package dev.millwright.maintenance.cmapss;

import dev.millwright.maintenance.HealthMonitor;
import dev.millwright.maintenance.MachineProfile;
import dev.millwright.maintenance.MaintenanceConfig;
import dev.millwright.maintenance.RemainingLife;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Predicts every test engine of a C-MAPSS subset after its last cycle and compares with the truth. */
public final class RulEvaluation {

    private static final String CELL = "engine-cell";

    private RulEvaluation() {}

    /** Trains on the subset's run-to-failure engines only, then predicts its test engines. */
    public static RulReport run(Path zip, String subset, long seed) {
        CmapssArchive archive = new CmapssArchive(zip);
        List<CmapssEngine> train = archive.trainEngines(subset);
        List<CmapssEngine> test = archive.testEngines(subset);
        List<Integer> truth = archive.remainingLives(subset);
        if (test.size() != truth.size()) {
            throw new IllegalArgumentException("%s has %d test engines but %d true lives.\nIs the archive complete?"
                    .formatted(subset, test.size(), truth.size()));
        }
        FleetModel model = FleetModel.train(train, seed);
        List<RulPrediction> rows = test.stream().map(model::predict).toList();
        List<Double> lives = train.stream().map(e -> (double) e.age()).toList();
        Map<String, RulScores> scores = new LinkedHashMap<>();
        scores.put(
                "trend", RulScores.of(rows.stream().map(RulPrediction::expected).toList(), truth));
        scores.put("monitor", RulScores.of(byMonitor(train, test, seed), truth));
        scores.put("mean_life", RulScores.of(byMeanLife(test, lives), truth));
        return new RulReport(
                subset,
                scores,
                coverage(rows, truth, Integer.MAX_VALUE),
                rows.stream().mapToDouble(r -> r.high() - r.low()).average().orElse(0),
                coverage(rows, truth, 50),
                model.sensors(),
                rows,
                truth);
    }

    private static List<Double> byMeanLife(List<CmapssEngine> test, List<Double> lives) {
        double mean = lives.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return test.stream().map(e -> Math.max(0, mean - e.age())).toList();
    }

    /** One machine lives through all training engines, so that it knows its failures, and then through each test engine. */
    private static List<Double> byMonitor(List<CmapssEngine> train, List<CmapssEngine> test, long seed) {
        HealthMonitor monitor = new HealthMonitor(MaintenanceConfig.CYCLES, seed);
        monitor.register(new MachineProfile(CELL, List.of(), List.of(), 0, 8, 48), 0);
        int clock = 0;
        for (CmapssEngine engine : train) {
            clock = run(monitor, engine, clock);
            monitor.failed(CELL, clock);
            monitor.reset(CELL, clock);
        }
        List<Double> predicted = new ArrayList<>();
        for (CmapssEngine engine : test) {
            clock = run(monitor, engine, clock);
            RemainingLife life = monitor.assess(CELL, clock).remainingLife();
            predicted.add(life == null ? 0 : life.median());
            monitor.reset(CELL, clock);
        }
        return predicted;
    }

    private static int run(HealthMonitor monitor, CmapssEngine engine, int clock) {
        for (CmapssRow row : engine.rows()) {
            for (int s = 0; s < CmapssArchive.SIGNALS.size(); s++) {
                monitor.observe(
                        CELL,
                        CmapssArchive.SIGNALS.get(s),
                        clock + row.cycle(),
                        row.values().get(s));
            }
        }
        return clock + engine.age();
    }

    private static double coverage(List<RulPrediction> rows, List<Integer> truth, int below) {
        int held = 0;
        int all = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (truth.get(i) < below) {
                all++;
                held += rows.get(i).holds(truth.get(i)) ? 1 : 0;
            }
        }
        return all == 0 ? 1 : (double) held / all;
    }
}
