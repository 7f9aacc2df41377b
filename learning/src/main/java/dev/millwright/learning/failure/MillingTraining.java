package dev.millwright.learning.failure;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.learning.boosting.Table;
import java.util.ArrayList;
import java.util.List;
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

    private MillingTraining() {}

    /** Trees learned from all rows. */
    public static TreeEnsemble train(List<MillingRow> rows, BoostSettings settings) {
        return Boosting.train(
                Table.of(
                        rows.stream().map(MillingRow::features).toList(),
                        rows.stream().map(row -> row.failed() ? 1f : 0f).toList()),
                settings);
    }

    /**
     * One judgement for each repetition, of all rows.
     *
     * @throws IllegalStateException when a figure is better than one can be without having seen the answer
     */
    public static List<Discrimination> judge(
            List<MillingRow> rows, int repetitions, int folds, BoostSettings settings) {
        var failed = rows.stream().map(MillingRow::failed).toList();
        var judgements = new ArrayList<Discrimination>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            var fold = StratifiedFolds.of(failed, folds, settings.seed() + repetition);
            var probabilities = new double[rows.size()];
            IntStream.range(0, folds).parallel().forEach(part -> {
                var trees = train(
                        IntStream.range(0, fold.length)
                                .filter(i -> fold[i] != part)
                                .mapToObj(rows::get)
                                .toList(),
                        settings);
                for (int i = 0; i < fold.length; i++) {
                    if (fold[i] == part) {
                        probabilities[i] = trees.predict(rows.get(i).features());
                    }
                }
            });
            var judgement = Discrimination.of(probabilities, failed);
            if (judgement.f1() > LEAKS_ABOVE) {
                throw new IllegalStateException(
                        "F1 is %.3f, and %.2f cannot be had without having seen the answer.\nLook for a column that tells it."
                                .formatted(judgement.f1(), LEAKS_ABOVE));
            }
            judgements.add(judgement);
        }
        return judgements;
    }
}
