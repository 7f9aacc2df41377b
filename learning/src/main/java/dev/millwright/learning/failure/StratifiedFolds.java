package dev.millwright.learning.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts of rows, each with as many failures as the others. */
final class StratifiedFolds {
    private StratifiedFolds() {}

    /** The fold of each row; the same seed gives the same folds. */
    static int[] of(List<Boolean> failed, int folds, long seed) {
        var random = new Random(seed);
        var fold = new int[failed.size()];
        int next = 0;
        for (boolean kind : List.of(true, false)) {
            var rows = new ArrayList<>(IntStream.range(0, fold.length)
                    .filter(i -> failed.get(i) == kind)
                    .boxed()
                    .toList());
            Collections.shuffle(rows, random);
            for (int row : rows) {
                fold[row] = next++ % folds;
            }
        }
        return fold;
    }
}
