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
    private final List<String> subsets;

    /** @param subsets of FD001 to FD004; some together are one fleet */
    public CmapssTraining(CmapssArchive archive, List<String> subsets) {
        this.archive = archive;
        this.subsets = List.copyOf(subsets);
    }

    /** Sees nothing of the test engines. */
    public TrainedLife train(boolean age, LifeSettings settings, Checkpoints checkpoints, Consumer<String> progress)
            throws InterruptedException {
        var trainer = new LifeTrainer(CmapssArchive.SIGNALS, SETTINGS, age, settings, checkpoints, progress);
        return trainer.train(subsets.stream()
                .flatMap(subset -> runs(subset, archive.trainEngines(subset)).stream())
                .toList());
    }

    /** One estimate for each test engine of a subset, against the truth. */
    public LifeReport judge(LifeModel model, String subset) {
        var lives = archive.remainingLives(subset);
        var estimates = runs(subset, archive.testEngines(subset)).stream()
                .map(model::estimate)
                .toList();
        if (estimates.size() != lives.size()) {
            throw new IllegalArgumentException("%s has %d test engines but %d true lives.\nIs the archive complete?"
                    .formatted(subset, estimates.size(), lives.size()));
        }
        return LifeReport.of(estimates, lives, model, LifeSettings.DEFAULT.alarmWithin());
    }

    private static List<UnitRun> runs(String subset, List<CmapssEngine> engines) {
        return engines.stream().map(engine -> run(subset, engine)).toList();
    }

    private static UnitRun run(String subset, CmapssEngine engine) {
        var rows = engine.rows().stream()
                .map(row ->
                        row.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return UnitRun.ofCycles(subset + "-engine-" + engine.unit(), rows);
    }
}
