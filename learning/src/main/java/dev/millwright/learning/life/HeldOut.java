package dev.millwright.learning.life;

import static java.util.Objects.requireNonNull;

import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.LifeEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How good a model is on units it has not learned from, each cut off at some of its rows.
 *
 * @param units how many
 * @param rmse of the expected life, capped
 * @param rmseLow below it the error lies with a chance of one in twenty, by drawing units again; {@code rmseHigh} likewise
 * @param meanLifeRmse of the guess that every unit lives as long as the mean one
 * @param coverage share of intervals that hold the life, each calibrated without its own part of the units
 * @param width mean width of those intervals
 */
public record HeldOut(
        int units,
        double rmse,
        double rmseLow,
        double rmseHigh,
        double meanLifeRmse,
        double coverage,
        double width,
        List<Judged> judged) {

    private static final int DRAWS = 200;

    /** A cut with the interval it was given. */
    public record Judged(String unit, double age, double life, LifeEstimate estimate) {}

    /**
     * A held-out unit at one of its rows: what was expected, and what was true, both capped.
     *
     * @param part in which it was held out
     * @param byMeanLife what the mean life of the others leaves it
     */
    record Cut(String unit, int part, double age, double expected, double life, double byMeanLife) {}

    public HeldOut {
        judged = List.copyOf(judged);
    }

    static HeldOut of(List<Cut> cuts, LifeSettings settings) {
        var parts = new HashMap<Integer, ErrorBand>();
        for (int part = 0; part < settings.folds(); part++) {
            int own = part;
            var others = cuts.stream().filter(cut -> cut.part() != own).toList();
            parts.put(part, Calibration.of(others, settings.coverage(), settings.cuts()));
        }
        var judged = cuts.stream()
                .map(cut -> new Judged(
                        cut.unit(),
                        cut.age(),
                        cut.life(),
                        requireNonNull(parts.get(cut.part())).around(cut.expected(), settings.cap())))
                .toList();
        var drawn = drawn(judged, settings.boost().seed());
        return new HeldOut(
                Math.toIntExact(cuts.stream().map(Cut::unit).distinct().count()),
                rmse(judged),
                drawn[DRAWS / 20],
                drawn[DRAWS - 1 - DRAWS / 20],
                Math.sqrt(mean(cuts, cut -> square(cut.byMeanLife() - cut.life()))),
                mean(judged, each -> each.estimate().holds(each.life()) ? 1 : 0),
                mean(judged, each -> each.estimate().width()),
                judged);
    }

    private static double rmse(List<Judged> judged) {
        return Math.sqrt(mean(judged, each -> square(each.estimate().expected() - each.life())));
    }

    /** Errors of as many units drawn with replacement (bootstrap, Efron 1979), rising. */
    private static double[] drawn(List<Judged> judged, int seed) {
        var byUnit = List.copyOf(judged.stream()
                .collect(Collectors.groupingBy(Judged::unit, TreeMap::new, Collectors.toList()))
                .values());
        var random = new Random(seed);
        var errors = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var some = new ArrayList<Judged>();
            for (int i = 0; i < byUnit.size(); i++) {
                some.addAll(byUnit.get(random.nextInt(byUnit.size())));
            }
            errors[draw] = rmse(some);
        }
        Arrays.sort(errors);
        return errors;
    }

    private static double square(double value) {
        return value * value;
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }
}
