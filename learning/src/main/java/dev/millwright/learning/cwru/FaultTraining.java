package dev.millwright.learning.cwru;

import dev.millwright.learning.boosting.BoostSettings;
import dev.millwright.learning.boosting.BoostSettings.Goal;
import dev.millwright.learning.boosting.Boosting;
import dev.millwright.learning.boosting.Table;
import dev.millwright.learning.failure.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Boosted trees and baselines, learned at two loads and judged at the third, all three ways. */
public final class FaultTraining {
    /** Fixed before any figure was seen. */
    public static final BoostSettings DEFAULT = new BoostSettings(Goal.CLASS, 200, 3, 0.1, 1, 0.8, 0.5, false, 1);

    private static final int FOUR = Fault.values().length;
    private static final int TEN = 1 + (FOUR - 1) * CwruFolder.MILS.size();

    private FaultTraining() {}

    /** The names of the ten classes, in their order. */
    public static List<String> classesOfTen() {
        return Stream.concat(
                        Stream.of(Fault.NORMAL.words()),
                        Stream.of(Fault.INNER_RACE, Fault.BALL, Fault.OUTER_RACE)
                                .flatMap(fault -> CwruFolder.MILS.stream()
                                        .map(mils -> "%s, %d mil".formatted(fault.words(), mils))))
                .toList();
    }

    /** One judgement a load. */
    public static List<FaultReport> judge(List<BearingRecord> records, BoostSettings settings) {
        var reports = new ArrayList<FaultReport>();
        for (var split : CrossLoad.of(records)) {
            var rule = new EnvelopeRule(CrossLoad.FEATURES.names());
            reports.add(new FaultReport(
                    split.testLoad(),
                    split.train().size(),
                    split.test().size(),
                    boosted(split, FOUR, FaultWindow::ofFour, settings),
                    boosted(split, TEN, FaultWindow::ofTen, settings),
                    nearest(split, FOUR, FaultWindow::ofFour),
                    nearest(split, TEN, FaultWindow::ofTen),
                    confusion(split, FOUR, FaultWindow::ofFour, rule::predict)));
        }
        return reports;
    }

    private static Confusion boosted(
            CrossLoad split, int classes, ToIntFunction<FaultWindow> label, BoostSettings settings) {
        var table = Table.of(
                split.train().stream().map(FaultWindow::features).toList(),
                split.train().stream()
                        .map(window -> (float) label.applyAsInt(window))
                        .toList());
        var trees = Boosting.trainClasses(table, classes, settings);
        return confusion(split, classes, label, trees::predict);
    }

    private static Confusion nearest(CrossLoad split, int classes, ToIntFunction<FaultWindow> label) {
        var centroids = new NearestCentroid(
                split.train().stream().map(FaultWindow::features).toList(),
                split.train().stream().mapToInt(label).toArray(),
                classes);
        return confusion(split, classes, label, centroids::predict);
    }

    private static Confusion confusion(
            CrossLoad split, int classes, ToIntFunction<FaultWindow> label, ToIntFunction<float[]> classifier) {
        return Confusion.of(
                classes,
                split.test().stream().mapToInt(label).toArray(),
                split.test().stream()
                        .mapToInt(window -> classifier.applyAsInt(window.features()))
                        .toArray());
    }
}
