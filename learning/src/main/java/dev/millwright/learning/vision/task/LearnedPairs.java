package dev.millwright.learning.vision.task;

import dev.millwright.learning.vision.layout.PairFolder;
import dev.millwright.vision.evaluation.BoardPair;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pairs parted into those to learn from and those to judge by: as the set says, or else by chance.
 *
 * @param split how, in words
 */
record LearnedPairs(List<BoardPair> learned, List<BoardPair> judged, String split) {

    static LearnedPairs of(PairFolder set, TaskOrder order) {
        if (!set.heldOut().isEmpty()) {
            return new LearnedPairs(set.pairs(), set.heldOut(), "the set's own lists train.txt and test.txt");
        }
        var learned = new ArrayList<>(set.pairs());
        var judged = new ArrayList<BoardPair>();
        var random = new SplittableRandom(order.seed());
        for (int left = (int) Math.round(order.heldOut() * learned.size()); left > 0; left--) {
            judged.add(learned.remove(random.nextInt(learned.size())));
        }
        if (judged.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d pairs with lists of boxes are too few to hold some out\nGive ten or more."
                            .formatted(learned.size()));
        }
        return new LearnedPairs(learned, judged, "%s of the pairs held out, by chance".formatted(order.heldOut()));
    }
}
