package dev.millwright.learning.life;

import dev.millwright.maintenance.cmapss.CmapssArchive;
import dev.millwright.maintenance.cmapss.CmapssEngine;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.LifeModel;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * C-MAPSS engines as units: train on those that ran to failure, judge on the official test engines after their last cycle.
 */
public final class CmapssTraining {
    private static final List<Integer> SETTINGS = IntStream.range(0, CmapssArchive.SIGNALS.size())
            .filter(i -> CmapssArchive.SIGNALS.get(i).startsWith("setting-"))
            .boxed()
            .toList();

    private final CmapssArchive archive;
    private final String subset;

    /** @param subset FD001 to FD004 */
    public CmapssTraining(CmapssArchive archive, String subset) {
        this.archive = archive;
        this.subset = subset;
    }

    /** Sees nothing of the test engines. */
    public TrainedLife train(boolean age, LifeSettings settings, Checkpoints checkpoints, Consumer<String> progress)
            throws InterruptedException {
        var trainer = new LifeTrainer(CmapssArchive.SIGNALS, SETTINGS, age, settings, checkpoints, progress);
        return trainer.train(runs(archive.trainEngines(subset)));
    }

    /** One estimate for each test engine, against the truth. */
    public LifeReport judge(LifeModel model) {
        var lives = archive.remainingLives(subset);
        var estimates =
                runs(archive.testEngines(subset)).stream().map(model::estimate).toList();
        if (estimates.size() != lives.size()) {
            throw new IllegalArgumentException("%s has %d test engines but %d true lives.\nIs the archive complete?"
                    .formatted(subset, estimates.size(), lives.size()));
        }
        return LifeReport.of(estimates, lives, model, LifeSettings.DEFAULT.alarmWithin());
    }

    private static List<UnitRun> runs(List<CmapssEngine> engines) {
        return engines.stream().map(CmapssTraining::run).toList();
    }

    private static UnitRun run(CmapssEngine engine) {
        var rows = engine.rows().stream()
                .map(row ->
                        row.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return UnitRun.ofCycles("engine-" + engine.unit(), rows);
    }
}
