package dev.millwright.maintenance.cmapss;

import dev.millwright.maintenance.WeibullLife;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Remaining life of an engine whose fleet has failed before: fused wear along the fleet's curve, weighed by age. */
final class FleetModel {

    private static final double COVERAGE = 0.9;
    private static final int CUTS_PER_ENGINE = 6;
    private static final int NEAR = 60;
    private static final int SHORTEST_CUT = 30;

    private final SensorScale scale;
    private final WearFusion fusion;
    private final FleetCurve curve;
    private final WeibullLife unitLife;
    private final Widening widening;

    private FleetModel(List<CmapssEngine> engines, Widening widening) {
        scale = new SensorScale(engines);
        List<double[][]> scores = engines.stream().map(scale::scores).toList();
        fusion = new WearFusion(scores);
        curve = new FleetCurve(scores.stream().map(fusion::wear).toList());
        unitLife = WeibullLife.fit(engines.stream().map(e -> (double) e.age()).toList());
        this.widening = widening;
    }

    /**
     * Trains on engines that failed. A third of them, held out and cut at random cycles, first tells how wide intervals
     * must be (split conformal, by engine).
     */
    static FleetModel train(List<CmapssEngine> engines, long seed) {
        List<CmapssEngine> fitted = new ArrayList<>();
        List<CmapssEngine> held = new ArrayList<>();
        for (int i = 0; i < engines.size(); i++) {
            (i % 3 == 2 ? held : fitted).add(engines.get(i));
        }
        return new FleetModel(engines, widening(new FleetModel(fitted, Widening.NONE), held, seed));
    }

    List<Integer> sensors() {
        return fusion.sensors();
    }

    RulPrediction predict(CmapssEngine engine) {
        double[] fit = curve.fit(fusion.wear(scale.scores(engine)));
        double[] probability = new double[fit.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < fit.length; r++) {
            double lived = (engine.age() + r) / unitLife.scale();
            fit[r] = fit[r] + (unitLife.shape() - 1) * Math.log(lived) - Math.pow(lived, unitLife.shape());
            best = Math.max(best, fit[r]);
        }
        double total = 0;
        for (int r = 0; r < fit.length; r++) {
            probability[r] = Math.exp(fit[r] - best);
            total += probability[r];
        }
        RulPrediction own = RulPrediction.of(engine.unit(), probability, total, COVERAGE, WearFusion.CAP);
        return own.widened(widening.of(own));
    }

    /** The widening that makes intervals hold on engines the model has not seen, near failure and far from it. */
    private static Widening widening(FleetModel model, List<CmapssEngine> held, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> near = new ArrayList<>();
        List<Double> far = new ArrayList<>();
        for (CmapssEngine engine : held) {
            for (int i = 0; i < CUTS_PER_ENGINE; i++) {
                int cut = random.nextInt(SHORTEST_CUT, engine.age());
                RulPrediction prediction = model.predict(
                        new CmapssEngine(engine.unit(), engine.rows().subList(0, cut)));
                (prediction.median() < NEAR ? near : far).add(prediction.miss(engine.age() - cut));
            }
        }
        return new Widening(quantile(near), quantile(far));
    }

    private static double quantile(List<Double> misses) {
        misses.sort(null);
        int rank = (int) Math.ceil(COVERAGE * (misses.size() + 1)) - 1;
        return misses.isEmpty() ? 0 : misses.get(Math.min(rank, misses.size() - 1));
    }

    /** By how much intervals grow, in shares of their halves, where the median is near failure and where it is far. */
    private record Widening(double near, double far) {
        static final Widening NONE = new Widening(0, 0);

        double of(RulPrediction prediction) {
            return prediction.median() < NEAR ? near : far;
        }
    }
}
