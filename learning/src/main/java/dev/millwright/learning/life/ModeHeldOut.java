package dev.millwright.learning.life;

import dev.millwright.learning.failure.Confusion;
import dev.millwright.learning.life.HorizonLearner.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good a model of failure modes is on units it has not learned from. Class 0 is no failure within the horizon.
 *
 * @param units how many
 * @param classes their names
 * @param confusion of the likeliest class of each row
 * @param brier squared error of the probabilities, summed over the classes (Brier 1950); each calibrated without its own part
 *     of the units
 * @param brierLow below it the squared error lies with a chance of one in twenty, by drawing units again; {@code brierHigh}
 *     likewise
 * @param ageBrier of the probabilities by age alone
 */
public record ModeHeldOut(
        int units,
        List<String> classes,
        Confusion confusion,
        double brier,
        double brierLow,
        double brierHigh,
        double ageBrier,
        List<Judged> judged) {

    /** A unit held out at one of its rows: a probability a class, and the class that came. */
    public record Judged(String unit, double age, List<Double> probabilities, int came) {
        public Judged {
            probabilities = List.copyOf(probabilities);
        }

        int likeliest() {
            return IntStream.range(0, probabilities.size())
                    .reduce((a, b) -> probabilities.get(b) > probabilities.get(a) ? b : a)
                    .orElseThrow();
        }
    }

    public ModeHeldOut {
        classes = List.copyOf(classes);
        judged = List.copyOf(judged);
    }

    static ModeHeldOut of(List<Cut> cuts, List<String> classes, LifeSettings settings) {
        var judged = new ArrayList<Judged>();
        for (int part = 0; part < settings.folds(); part++) {
            int own = part;
            var scale = Temperature.fit(
                    cuts.stream().filter(cut -> cut.part() != own).toList());
            cuts.stream()
                    .filter(cut -> cut.part() == own)
                    .map(cut -> new Judged(
                            cut.unit(),
                            cut.age(),
                            Arrays.stream(scale.probabilities(cut.sums()))
                                    .boxed()
                                    .toList(),
                            cut.came()))
                    .forEach(judged::add);
        }
        var brier = DrawnUnits.interval(
                judged, Judged::unit, ModeHeldOut::brier, settings.boost().seed());
        return new ModeHeldOut(
                Math.toIntExact(cuts.stream().map(Cut::unit).distinct().count()),
                classes,
                Confusion.of(
                        classes.size(),
                        judged.stream().mapToInt(Judged::came).toArray(),
                        judged.stream().mapToInt(Judged::likeliest).toArray()),
                brier(judged),
                brier.low(),
                brier.high(),
                cuts.stream()
                        .mapToDouble(cut -> squared(cut.byAge(), cut.came()))
                        .average()
                        .orElseThrow(),
                judged);
    }

    private static double brier(List<Judged> judged) {
        return judged.stream()
                .mapToDouble(each -> squared(each.probabilities(), each.came()))
                .average()
                .orElse(0);
    }

    private static double squared(List<Double> probabilities, int came) {
        double sum = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            double error = probabilities.get(i) - (i == came ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }
}
