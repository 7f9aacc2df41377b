package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.learning.boosting.Table;
import dev.millwright.learning.network.NetworkSettings;
import dev.millwright.learning.network.NetworkTraining;
import dev.millwright.learning.network.SequenceTable;
import dev.millwright.learning.network.Weights;
import dev.millwright.learning.onnx.TreesOnnx;
import dev.millwright.maintenance.features.FeatureSearch;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.SequenceShape;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Learns from some units: finds what to look at, boosts trees, and trains networks where they are wanted.
 *
 * @param signals names, in the order of a row
 * @param settingPlaces which of them tell the operating regime
 * @param age whether how long a unit has run is looked at too
 * @param progress told what is being done, on any thread
 */
record LifeLearner(
        List<String> signals,
        List<Integer> settingPlaces,
        boolean age,
        LifeSettings settings,
        Checkpoints checkpoints,
        Consumer<String> progress) {

    /** @param name which units they are, for people */
    Learned learn(List<UnitRun> units, String name) {
        var space = space(units, name);
        var trees = trees(space, units, (_, life) -> Math.min(settings.cap(), life), "");
        var network = settings.network();
        return new Learned(
                space, trees, network == null ? List.of() : networks(space, units, network, key(space, units)));
    }

    /** What to look at in some units. */
    FeatureSpace space(List<UnitRun> units, String name) {
        var found = FeatureSearch.in(units, signals, settingPlaces, settings.cap(), age);
        var network = settings.network();
        var space = network == null ? found : found.seenBy(shape(network, units));
        long rows = units.stream().mapToLong(UnitRun::length).sum();
        progress.accept("learning from %s: %d rows, %d features".formatted(name, rows, space.width()));
        return space;
    }

    private String key(FeatureSpace space, List<UnitRun> units) {
        return "%s %s %d".formatted(settings, space, hash(units));
    }

    private static SequenceShape shape(NetworkSettings network, List<UnitRun> units) {
        double typical = units.stream().mapToDouble(UnitRun::life).average().orElseThrow();
        return new SequenceShape(network.steps(), network.rows(), typical);
    }

    /** What is to be learned at a row of a unit with so much left. */
    interface Target {
        double of(UnitRun unit, double left);
    }

    /**
     * Trees that learned a target at each row.
     *
     * @param name of that target
     */
    TreeEnsemble trees(FeatureSpace space, List<UnitRun> units, Target target, String name) {
        return trees(space, units, target, name, (table, boost) -> List.of(Boosting.train(table, boost)))
                .getFirst();
    }

    /**
     * Ensembles that learned a target at each row together, each the mean over the bags.
     *
     * @param boosting learns them from a table
     */
    List<TreeEnsemble> trees(
            FeatureSpace space,
            List<UnitRun> units,
            Target target,
            String name,
            BiFunction<Table, BoostSettings, List<TreeEnsemble>> boosting) {
        var file = checkpoints.keep("trees " + name + key(space, units), () -> {
            var rows = new ArrayList<float[]>();
            var targets = new ArrayList<Float>();
            forEach(space, units, settings.everyNth(), (features, unit, left) -> {
                rows.add(features.features());
                targets.add((float) target.of(unit, left));
            });
            var table = Table.of(rows, targets);
            var bags = IntStream.range(0, settings.bags())
                    .mapToObj(bag -> settings.boost().seeded(settings.boost().seed() + bag))
                    .map(boost -> boosting.apply(table, boost))
                    .toList();
            var means = IntStream.range(0, bags.getFirst().size())
                    .mapToObj(i -> TreeEnsemble.mean(
                            bags.stream().map(bag -> bag.get(i)).toList()))
                    .toList();
            return TreesOnnx.write(means, Map.of());
        });
        return TreesFile.read(file, space.width());
    }

    private List<Weights> networks(FeatureSpace space, List<UnitRun> units, NetworkSettings network, String key) {
        var windows = new ArrayList<float[]>();
        var lives = new ArrayList<Float>();
        long rows = units.stream().mapToLong(UnitRun::length).sum() / settings.everyNth();
        int apart = settings.everyNth() * Math.toIntExact((rows + network.examples() - 1) / network.examples());
        forEach(space, units, apart, (features, _, life) -> {
            windows.add(features.window());
            lives.add((float) (Math.min(settings.cap(), life) / settings.cap()));
        });
        var table = SequenceTable.of(network.steps(), space.channels(), windows, lives);
        return IntStream.range(0, network.members())
                .mapToObj(member -> checkpoints.keep("network " + member + " " + key, () -> NetworkTraining.train(
                                table, network, settings.boost().seed() * 1_000L + member)
                        .bytes()))
                .map(Weights::read)
                .toList();
    }

    /** What is learned of a unit at one of its rows. */
    private interface Example {
        void add(UnitFeatures features, UnitRun unit, double life);
    }

    private void forEach(FeatureSpace space, List<UnitRun> units, int apart, Example example) {
        for (var unit : units) {
            var features = space.unit();
            for (int i = 0; i < unit.length(); i++) {
                features.add(unit.ages()[i], unit.rows()[i]);
                if ((unit.length() - 1 - i) % apart == 0) {
                    example.add(features, unit, unit.left(i));
                }
            }
        }
    }

    private static long hash(List<UnitRun> units) {
        long hash = 1;
        for (var unit : units) {
            hash = 31 * hash + Arrays.hashCode(unit.ages());
            hash = 31 * hash + Arrays.deepHashCode(unit.rows());
        }
        return hash;
    }
}
