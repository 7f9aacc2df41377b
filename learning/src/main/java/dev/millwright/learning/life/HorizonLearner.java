package dev.millwright.learning.life;

import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Learns what comes within a horizon: once from all units, and as often from all but a part of them, which is then judged.
 *
 * @param horizon within how long a failure is to be foretold
 * @param modes the ways to fail that are told apart; none: only whether
 */
record HorizonLearner(LifeLearner learner, LifeSettings settings, double horizon, List<String> modes) {
    /** Nothing comes within the horizon; class 1 is a failure, or the first of the modes. */
    static final int NO_FAILURE = 0;

    /**
     * A held-out unit at one of its rows, not calibrated yet.
     *
     * @param sums what the trees add up to: the log odds of a failure, or a sum for each class
     * @param came the class that came
     * @param byAge each class's probability by age alone
     */
    record Cut(String unit, int part, double age, List<Double> sums, int came, List<Double> byAge) {}

    /** What was learned from all units, and how its like judge units held out. */
    record Judged(FeatureSpace space, ClassTrees trees, List<Cut> cuts) {}

    /** The space and the trees over it. */
    private record Odds(FeatureSpace space, ClassTrees trees) {}

    HorizonLearner {
        modes = List.copyOf(modes);
        if (!(horizon > 0)) {
            throw new IllegalArgumentException("A failure within %s\nGive a horizon above 0.".formatted(horizon));
        }
    }

    Judged learn(List<UnitRun> units) throws InterruptedException {
        long longer = units.stream().filter(unit -> unit.life() > horizon).count();
        if (longer < settings.folds()) {
            throw new IllegalArgumentException(
                    "%d of %d lives are longer than the horizon of %s, and %d are needed.\nGive a shorter horizon."
                            .formatted(longer, units.size(), horizon, settings.folds()));
        }
        var split = UnitSplit.of(units, settings.folds(), settings.boost().seed());
        var cuts = new ArrayList<Cut>();
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
            return new Judged(whole.get().space(), whole.get().trees(), cuts);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        }
    }

    private Odds odds(List<UnitRun> units, String name) {
        var space = learner.space(units, name);
        if (modes.isEmpty()) {
            return new Odds(
                    space,
                    new ClassTrees(List.of(learner.trees(space, units, this::comes, "failure within " + horizon))));
        }
        var told = "modes %s within %s of %s"
                .formatted(modes, horizon, units.stream().map(UnitRun::mode).toList());
        return new Odds(
                space,
                new ClassTrees(learner.trees(space, units, this::comes, told, (table, boost) -> Boosting.trainClasses(
                                table, classes(), boost)
                        .classes())));
    }

    private int classes() {
        return modes.isEmpty() ? 2 : modes.size() + 1;
    }

    /** The class of a row of a unit with so much left. */
    private int comes(UnitRun unit, double left) {
        return left <= horizon ? ends(unit) : NO_FAILURE;
    }

    private int ends(UnitRun unit) {
        return modes.isEmpty() ? 1 : modes.indexOf(unit.mode()) + 1;
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
                double age = unit.ages()[i];
                features.add(age, unit.rows()[i]);
                for (; next < at.length && at[next] == i; next++) {
                    var sums = odds.trees().sums(features.features());
                    cuts.add(new Cut(
                            unit.unit(),
                            part,
                            age,
                            boxed(sums),
                            comes(unit, unit.left(i)),
                            boxed(byAge(learnedFrom, age))));
                }
            }
        }
        return cuts;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /**
     * The shares of the lives that reach an age that do and do not end within the horizon after it; where none reaches it, of
     * all lives, as if each ended then.
     */
    private double[] byAge(List<UnitRun> units, double age) {
        var reach = units.stream().filter(unit -> unit.life() >= age).toList();
        var shares = new double[classes()];
        if (reach.isEmpty()) {
            units.forEach(unit -> shares[ends(unit)] += 1.0 / units.size());
        } else {
            reach.forEach(unit -> shares[comes(unit, unit.life() - age)] += 1.0 / reach.size());
        }
        return shares;
    }
}
