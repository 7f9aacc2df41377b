package dev.millwright.learning.life;

import dev.millwright.learning.failure.Discrimination;
import dev.millwright.learning.life.HorizonLearner.Cut;
import java.util.ArrayList;
import java.util.List;

/**
 * How good a model of failure within a horizon is on units it has not learned from.
 *
 * @param units how many
 * @param quality of the probabilities, each calibrated without its own part of the units
 * @param brierLow below it the squared error lies with a chance of one in twenty, by drawing units again; {@code brierHigh}
 *     likewise
 * @param ageBrier of the probability by age alone: the share of lives that reach an age and end within the horizon after it
 */
public record FailureHeldOut(
        int units, Discrimination quality, double brierLow, double brierHigh, double ageBrier, List<Judged> judged) {

    /** A unit held out at one of its rows. */
    public record Judged(String unit, double age, double probability, boolean failed) {}

    public FailureHeldOut {
        judged = List.copyOf(judged);
    }

    static FailureHeldOut of(List<Cut> cuts, LifeSettings settings) {
        var judged = new ArrayList<Judged>();
        for (int part = 0; part < settings.folds(); part++) {
            int own = part;
            var scale = scale(cuts.stream().filter(cut -> cut.part() != own).toList());
            cuts.stream()
                    .filter(cut -> cut.part() == own)
                    .map(cut -> new Judged(cut.unit(), cut.age(), scale.probability(logOdds(cut)), failed(cut)))
                    .forEach(judged::add);
        }
        var brier = DrawnUnits.interval(
                judged, Judged::unit, FailureHeldOut::brier, settings.boost().seed());
        return new FailureHeldOut(
                Math.toIntExact(cuts.stream().map(Cut::unit).distinct().count()),
                Discrimination.of(
                        judged.stream().mapToDouble(Judged::probability).toArray(),
                        judged.stream().map(Judged::failed).toList()),
                brier.low(),
                brier.high(),
                cuts.stream()
                        .mapToDouble(cut -> squared(cut.byAge().getLast(), failed(cut)))
                        .average()
                        .orElseThrow(),
                judged);
    }

    static LogisticScale scale(List<Cut> cuts) {
        return LogisticScale.fit(
                cuts.stream().map(FailureHeldOut::logOdds).toList(),
                cuts.stream().map(FailureHeldOut::failed).toList());
    }

    private static double logOdds(Cut cut) {
        return cut.sums().getFirst();
    }

    private static boolean failed(Cut cut) {
        return cut.came() != HorizonLearner.NO_FAILURE;
    }

    private static double brier(List<Judged> judged) {
        return judged.stream()
                .mapToDouble(each -> squared(each.probability(), each.failed()))
                .average()
                .orElse(0);
    }

    private static double squared(double probability, boolean failed) {
        double error = probability - (failed ? 1 : 0);
        return error * error;
    }
}
