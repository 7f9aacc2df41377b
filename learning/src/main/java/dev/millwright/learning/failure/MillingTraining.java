package dev.millwright.learning.failure;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.learning.boosting.Table;
import dev.millwright.maintenance.milling.MillingMode;
import dev.millwright.maintenance.milling.MillingRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Failures of AI4I 2020 by boosted trees, judged by repeated stratified folds: each row by trees that have not seen it.
 * Nothing is resampled.
 */
public final class MillingTraining {
    /**
     * No honest model gets here: 52 of the 339 failures follow from nothing in the columns, so that rules which know the
     * rest exactly reach 0.917.
     */
    public static final double LEAKS_ABOVE = 0.93;

    /** Fixed before any fold was looked at. */
    public static final BoostSettings DEFAULT = new BoostSettings(Goal.PROBABILITY, 200, 4, 0.08, 1, 1, 1, true, 1);

    /** For one way to fail; 256 thresholds a column are enough, and five times as quick. Fixed as {@link #DEFAULT} was. */
    public static final BoostSettings MODES = new BoostSettings(Goal.PROBABILITY, 200, 4, 0.08, 1, 1, 1, false, 1);

    private MillingTraining() {}

    /**
     * Each row by trees that have not seen it.
     *
     * @param probabilities one a row
     */
    @SuppressWarnings("ArrayRecordComponent") // read in order and never compared
    public record Judged(double[] probabilities, Discrimination quality) {}

    /** Trees that learned from all rows whether a machine fails. */
    public static TreeEnsemble train(List<MillingRow> rows, BoostSettings settings) {
        return train(rows, MillingRow::failed, settings);
    }

    private static TreeEnsemble train(List<MillingRow> rows, Predicate<MillingRow> label, BoostSettings settings) {
        return Boosting.train(
                Table.of(
                        rows.stream().map(MillingRow::features).toList(),
                        rows.stream().map(row -> label.test(row) ? 1f : 0f).toList()),
                settings);
    }

    /**
     * One judgement for each repetition, of all rows: whether a machine fails.
     *
     * @throws IllegalStateException when a figure is better than one can be without having seen the answer
     */
    public static List<Judged> judge(List<MillingRow> rows, int repetitions, int folds, BoostSettings settings) {
        var judgements = judge(rows, MillingRow::failed, repetitions, folds, settings);
        for (var judged : judgements) {
            if (judged.quality().f1() > LEAKS_ABOVE) {
                throw new IllegalStateException(
                        "F1 is %.3f, and %.2f cannot be had without having seen the answer.\nLook for a column that tells it."
                                .formatted(judged.quality().f1(), LEAKS_ABOVE));
            }
        }
        return judgements;
    }

    /**
     * The same for each way to fail by itself, for a row may be of several; rules that know power, heat and overstrain tell those
     * three exactly.
     */
    public static Map<MillingMode, List<Judged>> judgeModes(
            List<MillingRow> rows, int repetitions, int folds, BoostSettings settings) {
        var judged = new EnumMap<MillingMode, List<Judged>>(MillingMode.class);
        for (var mode : MillingMode.values()) {
            judged.put(mode, judge(rows, row -> row.modes().contains(mode), repetitions, folds, settings));
        }
        return judged;
    }

    private static List<Judged> judge(
            List<MillingRow> rows, Predicate<MillingRow> label, int repetitions, int folds, BoostSettings settings) {
        var labels = rows.stream().map(label::test).toList();
        var judgements = new ArrayList<Judged>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            var fold = StratifiedFolds.of(labels, folds, settings.seed() + repetition);
            var probabilities = new double[rows.size()];
            IntStream.range(0, folds).parallel().forEach(part -> {
                var trees = train(
                        IntStream.range(0, fold.length)
                                .filter(i -> fold[i] != part)
                                .mapToObj(rows::get)
                                .toList(),
                        label,
                        settings);
                for (int i = 0; i < fold.length; i++) {
                    if (fold[i] == part) {
                        probabilities[i] = trees.predict(rows.get(i).features());
                    }
                }
            });
            judgements.add(new Judged(probabilities, Discrimination.of(probabilities, labels)));
        }
        return judgements;
    }
}
