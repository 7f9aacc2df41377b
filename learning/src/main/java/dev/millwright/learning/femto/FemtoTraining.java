package dev.millwright.learning.femto;

import dev.millwright.learning.femto.LifeNeighbours.Likeness;
import dev.millwright.learning.femto.WearCurve.Levels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Learns from the learning bearings how long the others have left where the challenge cut them off. What counts as alike is chosen
 * by leaving out one learning bearing after the other, cut off at chance, and nowhere else.
 */
public final class FemtoTraining {
    private static final int CUTS = 40;

    private FemtoTraining() {}

    /**
     * What is tried: three health indicators, four widths each over health and age, lives in seconds and in ages. Infinite widths are
     * among them, and so may vibration, age or both be found not to tell anything.
     */
    static List<Likeness> candidates() {
        var candidates = new ArrayList<Likeness>();
        for (var levels : Levels.values()) {
            for (double health : new double[] {0.15, 0.3, 0.6, Double.POSITIVE_INFINITY}) {
                for (double age : new double[] {0.3, 0.7, 2, Double.POSITIVE_INFINITY}) {
                    candidates.add(new Likeness(levels, health, age, false));
                    candidates.add(new Likeness(levels, health, age, true));
                }
            }
        }
        return candidates;
    }

    /** Learns, and foretells the life of each bearing that is not to be learned from. */
    public static FemtoReport judge(List<Bearing> bearings, long seed) {
        var learning = bearings.stream().filter(Bearing::toLearnFrom).toList();
        var tested = bearings.stream().filter(bearing -> !bearing.toLearnFrom()).toList();
        var learned = new EnumMap<Levels, List<WearCurve>>(Levels.class);
        for (var levels : Levels.values()) {
            learned.put(levels, curves(learning, levels));
        }
        var scores = new LinkedHashMap<Likeness, Double>();
        candidates().parallelStream()
                .map(each -> Map.entry(
                        each,
                        leaveOneOut(
                                learned.getOrDefault(each.levels(), List.of()),
                                seed,
                                curves -> new LifeNeighbours(curves, each)::foretell)))
                .forEachOrdered(entry -> scores.put(entry.getKey(), entry.getValue()));
        var chosen = scores.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow();
        var curves = learned.getOrDefault(chosen.getKey().levels(), List.of());
        var test = curves(tested, chosen.getKey().levels());
        var baselines = new TreeMap<String, FemtoReport.Judged>();
        Foretelling.baselines(curves)
                .forEach((name, baseline) -> baselines.put(
                        name,
                        judged(
                                leaveOneOut(curves, seed, some -> Foretelling.baselines(some)
                                        .get(name)),
                                test,
                                baseline)));
        return new FemtoReport(
                chosen.getKey().toString(),
                scores.size(),
                judged(chosen.getValue(), test, new LifeNeighbours(curves, chosen.getKey())::foretell),
                baselines);
    }

    private static List<WearCurve> curves(List<Bearing> bearings, Levels levels) {
        return bearings.stream().map(bearing -> WearCurve.of(bearing, levels)).toList();
    }

    private static FemtoReport.Judged judged(double leftOut, List<WearCurve> test, Foretelling foretelling) {
        return new FemtoReport.Judged(
                leftOut,
                test.stream()
                        .map(curve -> new FemtoReport.Foretold(
                                curve.bearing().name(),
                                curve.bearing().leftSeconds(),
                                foretelling.seconds(curve, curve.bearing().cutAt())))
                        .toList());
    }

    /** The mean score of bearings foretold by the others, each cut off at chance, evenly over the parts of a life that count. */
    private static double leaveOneOut(List<WearCurve> curves, long seed, Function<List<WearCurve>, Foretelling> learn) {
        var errors = new ArrayList<Double>();
        var chance = new SplittableRandom(seed);
        for (var left : curves) {
            var foretelling = learn.apply(curves.stream()
                    .filter(curve ->
                            !curve.bearing().name().equals(left.bearing().name()))
                    .toList());
            for (int i = 0; i < CUTS; i++) {
                int cut = LifeNeighbours.cut(left.life(), chance.nextDouble(LifeNeighbours.FROM, LifeNeighbours.TO));
                errors.add(ChallengeScore.errorPercent(
                        (left.life() - cut) * Bearing.SECONDS, foretelling.seconds(left, cut)));
            }
        }
        return ChallengeScore.of(errors);
    }
}
