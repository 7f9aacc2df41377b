package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.life.FailureHeldOut.Cut;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.drift.ReferenceSearch;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.FailureModel;
import dev.millwright.maintenance.life.FailureNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Trains a model of failure within a horizon on units that ran to failure: boosted trees over the same features as those of
 * remaining life, their odds made honest on units held out whole.
 */
public final class FailureTrainer {
    /** Fixed before any unit held out was looked at; leaves are small, for failures soon are few. */
    public static final BoostSettings BOOST = new BoostSettings(Goal.PROBABILITY, 200, 4, 0.05, 5, 0.7, 0.4, false, 1);

    private final LifeLearner learner;
    private final LifeSettings settings;
    private final double horizon;

    /** The space and the trees over it. */
    private record Odds(FeatureSpace space, TreeEnsemble trees) {}

    /**
     * @param signals names, in the order of a row
     * @param settingPlaces which of them tell the operating regime
     * @param age whether how long a unit has run is looked at too
     * @param settings of which the cap says from when on wear shows; {@code boost} is of goal PROBABILITY
     * @param horizon within how long a failure is to be foretold
     * @param progress told what is being done, on any thread
     */
    public FailureTrainer(
            List<String> signals,
            List<Integer> settingPlaces,
            boolean age,
            LifeSettings settings,
            double horizon,
            Checkpoints checkpoints,
            Consumer<String> progress) {
        if (settings.boost().goal() != Goal.PROBABILITY || !(horizon > 0)) {
            throw new IllegalArgumentException("Goal %s and horizon %s\nGive goal PROBABILITY and a horizon above 0."
                    .formatted(settings.boost().goal(), horizon));
        }
        learner =
                new LifeLearner(List.copyOf(signals), List.copyOf(settingPlaces), age, settings, checkpoints, progress);
        this.settings = settings;
        this.horizon = horizon;
    }

    /**
     * Trains on all units, and as often on all but a part of them, to calibrate.
     *
     * @param everyNth of the units' rows is there; the model passes over the others too
     */
    public TrainedFailure train(List<UnitRun> units, int everyNth) throws InterruptedException {
        long longer = units.stream().filter(unit -> unit.life() > horizon).count();
        if (longer < settings.folds()) {
            throw new IllegalArgumentException(
                    "%d of %d lives are longer than the horizon of %s, and %d are needed.\nGive a shorter horizon."
                            .formatted(longer, units.size(), horizon, settings.folds()));
        }
        var split = UnitSplit.of(units, settings.folds(), settings.boost().seed());
        var cuts = new ArrayList<Cut>();
        Odds all;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var whole = pool.submit(() -> odds(units, "all units"));
            var parts = new ArrayList<Callable<List<Cut>>>();
            for (int fold = 0; fold < settings.folds(); fold++) {
                int part = fold;
                parts.add(() -> held(split, part));
            }
            for (var part : pool.invokeAll(parts)) {
                cuts.addAll(part.get());
            }
            all = whole.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        }
        var trees = FailureHeldOut.scale(cuts).of(all.trees());
        var model = new FailureModel(
                new FailureNotes(
                        all.space().ofEveryNth(everyNth),
                        horizon,
                        settings.unitOfLife(),
                        ReferenceSearch.of(all.space(), units)),
                trees);
        return new TrainedFailure(
                model,
                FailureHeldOut.of(cuts, settings),
                SignalImportance.of(units, all.space(), features -> model.drivers(features)),
                TreesOnnx.write(
                        List.of(trees), Map.of(FailureModel.NOTES, model.notes().text())));
    }

    private Odds odds(List<UnitRun> units, String name) {
        var space = learner.space(units, name);
        return new Odds(
                space, learner.trees(space, units, left -> left <= horizon ? 1 : 0, "failure within " + horizon));
    }

    /** Learns without one part of the units and judges that part. */
    private List<Cut> held(UnitSplit split, int part) {
        var learnedFrom = split.without(part);
        var odds = odds(learnedFrom, "all but part " + (part + 1) + " of " + settings.folds());
        var random = new Random(31L * settings.boost().seed() + part);
        var cuts = new ArrayList<Cut>();
        for (var unit : split.part(part)) {
            var at = random.ints(settings.cuts(), 0, unit.length()).sorted().toArray();
            var features = odds.space().unit();
            int next = 0;
            for (int i = 0; i < unit.length(); i++) {
                features.add(unit.ages()[i], unit.rows()[i]);
                for (; next < at.length && at[next] == i; next++) {
                    cuts.add(new Cut(
                            unit.unit(),
                            part,
                            unit.ages()[i],
                            odds.trees().sum(features.features()),
                            unit.left(i) <= horizon,
                            byAge(learnedFrom, unit.ages()[i])));
                }
            }
        }
        return cuts;
    }

    /** The share of lives that reach an age and end within the horizon after it; none reaches it: one is taken to. */
    private double byAge(List<UnitRun> units, double age) {
        long reach = units.stream().filter(unit -> unit.life() >= age).count();
        long end = units.stream()
                .filter(unit -> unit.life() >= age && unit.life() <= age + horizon)
                .count();
        return reach == 0 ? 1 : (double) end / reach;
    }
}
