package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.learning.boosting.Table;
import dev.millwright.learning.life.HeldOut.Cut;
import dev.millwright.maintenance.drift.ReferenceSearch;
import dev.millwright.maintenance.features.FeatureSearch;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.LifeNotes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trains a model of remaining life on units that ran to failure. What calibrates it are units held out whole: cycles of
 * one unit are too alike to judge each other.
 */
public final class LifeTrainer {
    /** At about so many rows estimates are explained; a row takes some milliseconds. */
    private static final int EXPLAINED = 300;

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

    /** Trees and what they see. */
    private record Learned(FeatureSpace space, TreeEnsemble expected) {}

    /** Trains on all units, and as often on all but a part of them, to calibrate. */
    public TrainedLife train(List<UnitRun> units) throws InterruptedException {
        if (units.size() < settings.folds()) {
            throw new IllegalArgumentException(
                    "%d units cannot be held out in %d parts.\nGive more units that ran to failure, or fewer folds."
                            .formatted(units.size(), settings.folds()));
        }
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(settings.boost().seed()));
        var cuts = new ArrayList<Cut>();
        Learned all;
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
        var notes = new LifeNotes(
                all.space(),
                Calibration.of(cuts, settings.coverage(), settings.cuts()),
                settings.cap(),
                AlarmThreshold.of(cuts, settings.alarmWithin(), settings.cap(), settings.alarm()),
                settings.unitOfLife(),
                Calibration.errors(cuts, settings.cuts(), settings.cap()),
                ReferenceSearch.of(all.space(), units));
        var model = new LifeModel(notes, all.expected());
        return new TrainedLife(model, HeldOut.of(cuts, settings, units.size()), importance(model, units));
    }

    /** Each signal's share in what moves the estimates of all units. */
    private static Map<String, Double> importance(LifeModel model, List<UnitRun> units) {
        var sums = new HashMap<String, Double>();
        long rows = units.stream().mapToLong(UnitRun::length).sum();
        long apart = Math.max(1, rows / EXPLAINED);
        long row = 0;
        for (var unit : units) {
            var features = model.notes().space().unit();
            for (int i = 0; i < unit.length(); i++) {
                features.add(unit.ages()[i], unit.rows()[i]);
                if (row++ % apart == 0) {
                    model.drivers(features.features())
                            .forEach(driver -> sums.merge(driver.signal(), Math.abs(driver.share()), Double::sum));
                }
            }
        }
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        sums.replaceAll((_, sum) -> sum / all);
        return sums;
    }

    private Learned learn(List<UnitRun> units, String name) {
        var space = FeatureSearch.in(units, signals, settingPlaces, settings.cap(), age);
        var table = table(space, units);
        progress.accept("learning from " + name + ": " + table.rows() + " rows, " + table.width() + " features");
        var ensembles = IntStream.range(0, settings.bags())
                .mapToObj(bag -> settings.boost().seeded(settings.boost().seed() + bag))
                .map(boost -> Boosting.train(table, boost))
                .toList();
        return new Learned(space, TreeEnsemble.mean(ensembles));
    }

    private Table table(FeatureSpace space, List<UnitRun> units) {
        var rows = new ArrayList<float[]>();
        var lives = new ArrayList<Float>();
        for (var unit : units) {
            var features = space.unit();
            for (int i = 0; i < unit.length(); i++) {
                features.add(unit.ages()[i], unit.rows()[i]);
                if ((unit.length() - 1 - i) % settings.everyNth() == 0) {
                    rows.add(features.features());
                    lives.add((float) capped(unit.left(i)));
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
        var trees = learn(learned, "all but part " + (part + 1) + " of " + settings.folds());
        double meanLife = learned.stream().mapToDouble(UnitRun::life).average().orElseThrow();
        var random = new Random(31L * settings.boost().seed() + part);
        var cuts = new ArrayList<Cut>();
        for (var unit : held) {
            var at = random.ints(settings.cuts(), 0, unit.length()).sorted().toArray();
            var features = trees.space().unit();
            int next = 0;
            for (int i = 0; i < unit.length(); i++) {
                features.add(unit.ages()[i], unit.rows()[i]);
                for (; next < at.length && at[next] == i; next++) {
                    cuts.add(cut(trees, features.features(), unit, i, part, meanLife));
                }
            }
        }
        return cuts;
    }

    private Cut cut(Learned learned, float[] features, UnitRun unit, int row, int part, double meanLife) {
        return new Cut(
                unit.unit(),
                part,
                unit.ages()[row],
                Math.clamp(learned.expected().predict(features), 0, settings.cap()),
                capped(unit.left(row)),
                capped(Math.max(0, meanLife - unit.ages()[row])));
    }

    private double capped(double life) {
        return Math.min(settings.cap(), life);
    }
}
