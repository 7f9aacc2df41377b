package dev.millwright.learning.cli;

import static java.util.Map.entry;

import dev.millwright.inference.TensorSpec;
import dev.millwright.learning.life.FailureHeldOut;
import dev.millwright.learning.life.HeldOut;
import dev.millwright.learning.life.ModeHeldOut;
import dev.millwright.learning.life.ProbabilityIntegral;
import dev.millwright.learning.life.TrainedFailure;
import dev.millwright.learning.life.TrainedLife;
import dev.millwright.learning.life.TrainedModes;
import dev.millwright.learning.plots.CalibrationPlots;
import dev.millwright.learning.plots.ConfusionPlot;
import dev.millwright.learning.plots.LifePlots;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.life.LifeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a training gives, whatever its goal.
 *
 * @param kind of model, as its name ends
 * @param answers how many numbers the file answers a row with
 * @param metrics by the names of the card
 * @param heldOut what judged it, for people
 * @param details more for the card, in words, by name
 * @param plots SVG by name
 * @param words how good it is, for people, a sentence each
 */
// The file is only ever written out.
@SuppressWarnings("ArrayRecordComponent")
record Trained(
        String kind,
        byte[] onnx,
        List<TensorSpec> inputs,
        long answers,
        Map<String, Double> metrics,
        String heldOut,
        Map<String, String> details,
        Map<String, String> plots,
        List<String> words) {

    static Trained of(TrainedLife trained) {
        var notes = trained.model().notes();
        var held = trained.heldOut();
        var space = notes.space();
        var sequence = space.sequence();
        return new Trained(
                "life",
                trained.onnx(),
                notes.networkShare() == 0 || sequence == null
                        ? List.of(features(space))
                        : List.of(
                                features(space),
                                new TensorSpec(LifeModel.WINDOW, List.of(-1L, (long) sequence.steps(), (long)
                                        space.channels()))),
                1,
                metrics(held),
                heldOut(held.units(), held.judged().size()),
                Map.of(),
                Map.of(
                        "predicted", LifePlots.predicted(trained),
                        "calibration", CalibrationPlots.lives(held),
                        "importance", LifePlots.importance(trained.importance())),
                words(held, notes.unitOfLife()));
    }

    static Trained of(TrainedFailure trained) {
        var held = trained.heldOut();
        return new Trained(
                "failure",
                trained.onnx(),
                List.of(features(trained.model().notes().space())),
                1,
                metrics(held),
                heldOut(held.units(), held.judged().size()),
                Map.of(),
                Map.of(
                        "calibration", CalibrationPlots.failures(held),
                        "importance", LifePlots.importance(trained.importance())),
                words(held));
    }

    static Trained of(TrainedModes trained) {
        var held = trained.heldOut();
        return new Trained(
                "failure-mode",
                trained.onnx(),
                List.of(features(trained.model().notes().space())),
                held.classes().size(),
                metrics(held),
                heldOut(held.units(), held.judged().size()),
                Map.of("confusion", confusion(held)),
                Map.of(
                        "confusion",
                        ConfusionPlot.of(
                                "Machines held out: what their failures were taken for",
                                held.classes(),
                                held.confusion()),
                        "calibration",
                        CalibrationPlots.modes(held),
                        "importance",
                        LifePlots.importance(trained.importance())),
                words(held));
    }

    private static TensorSpec features(FeatureSpace space) {
        return new TensorSpec(LifeModel.FEATURES, List.of(-1L, (long) space.width()));
    }

    private static String heldOut(int machines, int rows) {
        return machines + " machines, " + rows + " rows";
    }

    private static Map<String, Double> metrics(HeldOut held) {
        return Map.ofEntries(
                entry("held_out_units", (double) held.units()),
                entry("rmse", held.rmse()),
                entry("rmse_low", held.rmseLow()),
                entry("rmse_high", held.rmseHigh()),
                entry("mean_life_rmse", held.meanLifeRmse()),
                entry("coverage90", held.coverage()),
                entry("width90", held.width()),
                entry("calibration_error", ProbabilityIntegral.of(held).error()));
    }

    private static Map<String, Double> metrics(FailureHeldOut held) {
        return Map.ofEntries(
                entry("held_out_units", (double) held.units()),
                entry("brier", held.quality().brier()),
                entry("brier_low", held.brierLow()),
                entry("brier_high", held.brierHigh()),
                entry("age_brier", held.ageBrier()),
                entry("roc_auc", held.quality().rocAuc()),
                entry("pr_auc", held.quality().prAuc()));
    }

    /** With precision and recall of each class that came. */
    private static Map<String, Double> metrics(ModeHeldOut held) {
        var metrics = new TreeMap<>(Map.of(
                "held_out_units", (double) held.units(),
                "accuracy", held.confusion().accuracy(),
                "macro_f1", held.confusion().macroF1(),
                "brier", held.brier(),
                "brier_low", held.brierLow(),
                "brier_high", held.brierHigh(),
                "age_brier", held.ageBrier()));
        for (int each = 0; each < held.classes().size(); each++) {
            var name = held.classes().get(each).replace(' ', '_');
            metrics.put("precision_" + name, held.confusion().precision(each));
            if (Double.isFinite(held.confusion().recall(each))) {
                metrics.put("recall_" + name, held.confusion().recall(each));
            }
        }
        return metrics;
    }

    /** As "seal: 12 seal, 3 no failure; ...": what each class was taken for. */
    private static String confusion(ModeHeldOut held) {
        var counts = held.confusion().counts();
        return IntStream.range(0, counts.size())
                .mapToObj(row -> held.classes().get(row) + ": "
                        + IntStream.range(0, counts.size())
                                .mapToObj(column -> counts.get(row).get(column) + " "
                                        + held.classes().get(column))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static List<String> words(ModeHeldOut held) {
        var words = new ArrayList<String>();
        words.add(String.format(
                Locale.ROOT,
                "held out: %.1f %% of rows are taken for what came; squared error of the probabilities %.3g (by age alone %.3g)",
                100 * held.confusion().accuracy(),
                held.brier(),
                held.ageBrier()));
        for (int each = 1; each < held.classes().size(); each++) {
            words.add(String.format(
                    Locale.ROOT,
                    "  %-22s precision %.2f, recall %.2f",
                    held.classes().get(each),
                    held.confusion().precision(each),
                    held.confusion().recall(each)));
        }
        if (held.brier() >= held.ageBrier()) {
            words.add("The model is no better than the age alone: these signals do not show the wear.");
        }
        return words;
    }

    private static List<String> words(HeldOut held, String unitOfLife) {
        var figures = String.format(
                Locale.ROOT,
                "held out: error %.4g %s (by the mean life %.4g), the interval holds %.0f %% of lives and is %.4g wide",
                held.rmse(),
                unitOfLife,
                held.meanLifeRmse(),
                100 * held.coverage(),
                held.width());
        return held.rmse() < held.meanLifeRmse()
                ? List.of(figures)
                : List.of(figures, "The model is no better than the mean life: these signals do not show the wear.");
    }

    private static List<String> words(FailureHeldOut held) {
        var figures = String.format(
                Locale.ROOT,
                "held out: squared error of the probability %.3g (by age alone %.3g); a row before a failure is the likelier of two %.1f %% of the time",
                held.quality().brier(),
                held.ageBrier(),
                100 * held.quality().rocAuc());
        return held.quality().brier() < held.ageBrier()
                ? List.of(figures)
                : List.of(figures, "The model is no better than the age alone: these signals do not show the wear.");
    }
}
