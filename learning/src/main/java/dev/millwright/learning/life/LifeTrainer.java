package dev.millwright.learning.life;

import dev.millwright.learning.life.HeldOut.Cut;
import dev.millwright.maintenance.drift.ReferenceSearch;
import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Trains a model of remaining life on units that ran to failure. What calibrates it are units held out whole: cycles of
 * one unit are too alike to judge each other.
 */
public final class LifeTrainer {
    private final LifeLearner learner;
    private final LifeSettings settings;

    /**
     * @param signals names, in the order of a row
     * @param settingPlaces which of them tell the operating regime
     * @param age whether the cycles run are looked at too
     * @param progress told what is being done, on any thread
     */
    public LifeTrainer(
            List<String> signals,
            List<Integer> settingPlaces,
            boolean age,
            LifeSettings settings,
            Checkpoints checkpoints,
            Consumer<String> progress) {
        learner =
                new LifeLearner(List.copyOf(signals), List.copyOf(settingPlaces), age, settings, checkpoints, progress);
        this.settings = settings;
    }

    /** Trains on all units, and as often on all but a part of them, to calibrate. */
    public TrainedLife train(List<UnitRun> units) throws InterruptedException {
        return train(units, 1);
    }

    /**
     * The same on units of which every nth row is there; the model then passes over the others too.
     *
     * @param everyNth of their rows
     */
    public TrainedLife train(List<UnitRun> units, int everyNth) throws InterruptedException {
        var split = UnitSplit.of(units, settings.folds(), settings.boost().seed());
        var held = new ArrayList<Held>();
        Learned all;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var whole = pool.submit(() -> learner.learn(units, "all units"));
            var parts = new ArrayList<Callable<List<Held>>>();
            for (int fold = 0; fold < settings.folds(); fold++) {
                int part = fold;
                parts.add(() -> held(split, part));
            }
            for (var part : pool.invokeAll(parts)) {
                held.addAll(part.get());
            }
            all = whole.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        }
        var reference = ReferenceSearch.of(all.space(), units);
        var seen = all.space().ofEveryNth(everyNth);
        var variants = new ArrayList<Variant>();
        variants.add(variant("xgboost", 0, all, seen, reference, held));
        if (!all.networks().isEmpty()) {
            variants.add(variant("lstm", 1, all, seen, reference, held));
            variants.add(variant("blend", Held.bestShare(held), all, seen, reference, held));
        }
        var model = variants.getLast().model();
        var importance = SignalImportance.of(units, all.space(), features -> model.drivers(features));
        return new TrainedLife(variants, importance, all.file(model.notes()));
    }

    private Variant variant(
            String name,
            double networkShare,
            Learned all,
            FeatureSpace seen,
            TrainingReference reference,
            List<Held> held) {
        var cuts = held.stream().map(each -> each.blended(networkShare)).toList();
        var notes = new LifeNotes(
                seen,
                Calibration.of(cuts, settings.coverage(), settings.cuts(), settings.cap()),
                settings.cap(),
                AlarmThreshold.of(cuts, settings.alarmWithin(), settings.cap(), settings.alarm()),
                settings.unitOfLife(),
                networkShare,
                Calibration.errors(cuts, settings.cuts(), settings.cap()),
                reference);
        return new Variant(name, all.model(notes), HeldOut.of(cuts, settings));
    }

    /** Learns without one part of the units and judges that part. */
    private List<Held> held(UnitSplit split, int part) {
        var learnedFrom = split.without(part);
        var held = split.part(part);
        var learned = learner.learn(learnedFrom, "all but part " + (part + 1) + " of " + settings.folds());
        double meanLife =
                learnedFrom.stream().mapToDouble(UnitRun::life).average().orElseThrow();
        var random = new Random(31L * settings.boost().seed() + part);
        var cuts = new ArrayList<Held>();
        var trees = learned.treesAlone(settings);
        try (var networks = learned.networks().isEmpty() ? trees : learned.networksAlone(settings)) {
            for (var unit : held) {
                var at = random.ints(settings.cuts(), 0, unit.length()).sorted().toArray();
                var features = learned.space().unit();
                int next = 0;
                for (int i = 0; i < unit.length(); i++) {
                    features.add(unit.ages()[i], unit.rows()[i]);
                    for (; next < at.length && at[next] == i; next++) {
                        var cut = new Cut(
                                unit.unit(),
                                part,
                                unit.ages()[i],
                                trees.estimate(features).expected(),
                                capped(unit.left(i)),
                                capped(Math.max(0, meanLife - unit.ages()[i])));
                        cuts.add(new Held(cut, networks.estimate(features).expected()));
                    }
                }
            }
        }
        return cuts;
    }

    private double capped(double life) {
        return Math.min(settings.cap(), life);
    }
}
