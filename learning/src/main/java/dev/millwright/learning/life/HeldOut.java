package dev.millwright.learning.life;

import static java.util.Objects.requireNonNull;

import dev.millwright.maintenance.life.ErrorBand;
import dev.millwright.maintenance.life.ErrorQuantiles;
import dev.millwright.maintenance.life.LifeDistribution;
import dev.millwright.maintenance.life.LifeEstimate;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    /** A cut with the interval it was given, and how likely each life was said to be. */
    public record Judged(String unit, double age, double life, LifeEstimate estimate, LifeDistribution distribution) {}

    /** What one part is judged by. */
    private record Calibrated(ErrorBand band, ErrorQuantiles errors) {}

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
        var parts = new HashMap<Integer, Calibrated>();
        for (int part = 0; part < settings.folds(); part++) {
            int own = part;
            var others = cuts.stream().filter(cut -> cut.part() != own).toList();
            parts.put(
                    part,
                    new Calibrated(
                            Calibration.of(others, settings.coverage(), settings.cuts(), settings.cap()),
                            Calibration.errors(others, settings.cuts(), settings.cap())));
        }
        var judged = cuts.stream()
                .map(cut -> judged(cut, requireNonNull(parts.get(cut.part())), settings.cap()))
                .toList();
        var drawn = DrawnUnits.interval(
                judged, Judged::unit, HeldOut::rmse, settings.boost().seed());
        return new HeldOut(
                Math.toIntExact(cuts.stream().map(Cut::unit).distinct().count()),
                rmse(judged),
                drawn.low(),
                drawn.high(),
                Math.sqrt(mean(cuts, cut -> square(cut.byMeanLife() - cut.life()))),
                mean(judged, each -> each.estimate().holds(each.life()) ? 1 : 0),
                mean(judged, each -> each.estimate().width()),
                judged);
    }

    private static double rmse(List<Judged> judged) {
        return Math.sqrt(mean(judged, each -> square(each.estimate().expected() - each.life())));
    }

    private static Judged judged(Cut cut, Calibrated by, double cap) {
        return new Judged(
                cut.unit(),
                cut.age(),
                cut.life(),
                by.band().around(cut.expected(), cap),
                by.errors().around(cut.expected(), cap));
    }

    private static double square(double value) {
        return value * value;
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }
}
