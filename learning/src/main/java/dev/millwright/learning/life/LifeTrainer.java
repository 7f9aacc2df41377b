package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.learning.boosting.Table;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Collections;
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
    private final List<String> signals;
    private final List<Integer> settingPlaces;
    private final boolean age;
    private final LifeSettings settings;
    private final Consumer<String> progress;

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
            Consumer<String> progress) {
        this.signals = List.copyOf(signals);
        this.settingPlaces = List.copyOf(settingPlaces);
        this.age = age;
        this.settings = settings;
        this.progress = progress;
    }

    /** A unit held out, cut off at one of its cycles: what was said, before calibration, and what was true. */
    private record Cut(double expected, double low, double high, double life, double weight) {
        Widening.Judged judged() {
            return new Widening.Judged((low + high) / 2, Math.max(low - life, life - high), weight);
        }
    }

    /** The three ensembles on what they see. */
    private record Ensembles(FeatureSpace space, TreeEnsemble expected, TreeEnsemble low, TreeEnsemble high) {}

    /** Trains on all units, and as often on all but a part of them, to calibrate. */
    public LifeModel train(List<UnitRun> units) throws InterruptedException {
        if (units.size() < settings.folds()) {
            throw new IllegalArgumentException(
                    "%d units cannot be held out in %d parts.\nGive more units that ran to failure, or fewer folds."
                            .formatted(units.size(), settings.folds()));
        }
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(settings.boost().seed()));
        var cuts = new ArrayList<Cut>();
        Ensembles all;
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var whole = pool.submit(() -> learn(units, "all units"));
            var parts = new ArrayList<Callable<List<Cut>>>();
            for (int fold = 0; fold < settings.folds(); fold++) {
                int part = fold;
                parts.add(() -> held(shuffled, part));
            }
            for (var part : pool.invokeAll(parts)) {
                cuts.addAll(part.get());
            }
            all = whole.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        }
        var widening = Widening.of(cuts.stream().map(Cut::judged).toList(), settings.coverage(), units.size());
        return new LifeModel(
                all.space(), all.expected(), all.low(), all.high(), widening, alarmBelow(cuts), settings.cap());
    }

    private Ensembles learn(List<UnitRun> units, String name) {
        var space = FeatureSpace.learn(units, signals, settingPlaces, age);
        var table = table(space, units);
        progress.accept("learning from " + name + ": " + table.rows() + " cycles, " + table.width() + " features");
        var boost = settings.boost();
        return new Ensembles(
                space,
                Boosting.train(table, boost),
                Boosting.train(table, boost.towards(new Goal.Quantile(settings.tail()))),
                Boosting.train(table, boost.towards(new Goal.Quantile(1 - settings.tail()))));
    }

    private Table table(FeatureSpace space, List<UnitRun> units) {
        var rows = new ArrayList<float[]>();
        var lives = new ArrayList<Float>();
        for (var unit : units) {
            var features = space.unit();
            for (int i = 0; i < unit.age(); i++) {
                features.add(unit.rows()[i]);
                int left = unit.age() - 1 - i;
                if (left % settings.everyNth() == 0) {
                    rows.add(features.features());
                    lives.add((float) Math.min(settings.cap(), left));
                }
            }
        }
        return Table.of(rows, lives);
    }

    /** Learns without one part of the units and judges that part. */
    private List<Cut> held(List<UnitRun> shuffled, int part) {
        var learned = new ArrayList<UnitRun>();
        var held = new ArrayList<UnitRun>();
        for (int i = 0; i < shuffled.size(); i++) {
            (i % settings.folds() == part ? held : learned).add(shuffled.get(i));
        }
        var ensembles = learn(learned, "all but part " + (part + 1) + " of " + settings.folds());
        var random = new Random(31L * settings.boost().seed() + part);
        var cuts = new ArrayList<Cut>();
        for (var unit : held) {
            var at = random.ints(settings.cuts(), 0, unit.age()).sorted().toArray();
            var features = ensembles.space().unit();
            int next = 0;
            for (int i = 0; i < unit.age(); i++) {
                features.add(unit.rows()[i]);
                for (; next < at.length && at[next] == i; next++) {
                    cuts.add(cut(ensembles, features.features(), unit.age() - 1 - i));
                }
            }
        }
        return cuts;
    }

    private Cut cut(Ensembles ensembles, float[] features, int left) {
        return new Cut(
                ensembles.expected().predict(features),
                ensembles.low().predict(features),
                ensembles.high().predict(features),
                Math.min(settings.cap(), left),
                1.0 / settings.cuts());
    }

    /** Where an alarm of failure within {@link LifeAlarm#WITHIN} cycles tells held-out units best apart. */
    private static double alarmBelow(List<Cut> cuts) {
        double best = LifeAlarm.WITHIN;
        double most = Double.NEGATIVE_INFINITY;
        for (double below = LifeAlarm.WITHIN / 2.0; below <= 2 * LifeAlarm.WITHIN; below += 0.5) {
            double limit = below;
            var alarm = LifeAlarm.of(
                    cuts.stream().map(cut -> cut.expected() < limit).toList(),
                    cuts.stream().map(Cut::life).toList());
            double worth = alarm.recall() - Math.max(0, alarm.falseShare() - LifeAlarm.FEW_FALSE) * 10;
            if (worth > most) {
                most = worth;
                best = below;
            }
        }
        return best;
    }
}
