package dev.millwright.learning.vision.task;

import dev.millwright.learning.failure.Confusion;
import dev.millwright.learning.plots.ContactSheet;
import dev.millwright.vision.anomaly.AnomalyDetector;
import dev.millwright.vision.anomaly.AnomalyResult;
import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.evaluation.AnomalyCase;
import dev.millwright.vision.evaluation.FalseRejects;
import dev.millwright.vision.evaluation.RocArea;
import dev.millwright.vision.image.FrameReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a detector says of pictures of which is known whether they are good. Only scores are kept: maps of many large pictures
 * would fill the memory.
 *
 * @param answers one for each picture; may be empty
 */
record AnomalyReport(AnomalyDetector detector, List<Answer> answers) {
    private static final int TILES = 6;
    private static final List<String> VERDICTS = List.of("good", "bad");

    /** A picture and how unlike good ones it is. */
    record Answer(AnomalyCase of, double score, boolean rejected) {}

    static AnomalyReport of(AnomalyDetector detector, List<AnomalyCase> cases, Teller teller) {
        var answers = new ArrayList<Answer>();
        for (var each : cases) {
            var result = detector.inspect(FrameReader.standard().readColour(each.image()));
            answers.add(new Answer(each, result.score(), result.verdict() == AnomalyResult.Verdict.FAIL));
            teller.at("judging", answers.size(), cases.size(), Double.NaN);
        }
        return new AnomalyReport(detector, answers);
    }

    private double[] scores(boolean good) {
        return answers.stream()
                .filter(answer -> answer.of().good() == good)
                .mapToDouble(Answer::score)
                .toArray();
    }

    private double rejected(boolean good) {
        return answers.stream()
                .filter(answer -> answer.of().good() == good)
                .mapToInt(answer -> answer.rejected() ? 1 : 0)
                .average()
                .orElse(0);
    }

    private double auroc() {
        return RocArea.of(scores(true), scores(false));
    }

    private double atRecall(int percent) {
        return FalseRejects.at(percent / 100.0, scores(true), scores(false));
    }

    /** Whether there are good and bad pictures to judge by. */
    boolean tells() {
        return scores(true).length > 0 && scores(false).length > 0;
    }

    Map<String, Double> metrics() {
        var calibration = detector.calibration();
        var metrics = new TreeMap<String, Double>();
        metrics.put("threshold", calibration.threshold());
        metrics.put("asked_false_reject_rate", calibration.falseRejectRate());
        metrics.put("good_held_out", (double) calibration.images().scores().length);
        if (tells()) {
            metrics.put("judged_good", (double) scores(true).length);
            metrics.put("judged_bad", (double) scores(false).length);
            metrics.put("image_auroc", auroc());
            metrics.put("false_reject_rate", rejected(true));
            metrics.put("escape_rate", 1 - rejected(false));
            for (int percent : new int[] {100, 99, 95}) {
                metrics.put(
                        "false_reject_at_recall" + percent,
                        FalseRejects.at(percent / 100.0, scores(true), scores(false)));
            }
        }
        return metrics;
    }

    List<String> words() {
        var calibration = detector.calibration();
        var words = new ArrayList<String>();
        words.add(String.format(
                Locale.ROOT,
                "rejects what scores above %.4g: about %.1f %% of good pictures, by %d that nothing was learned from",
                calibration.threshold(),
                100 * calibration.falseRejectRate(),
                calibration.images().scores().length));
        if (tells()) {
            words.add(String.format(
                    Locale.ROOT,
                    "judged: AUROC %.4f; %.1f %% of %d good pictures rejected, %.1f %% of %d bad ones passed",
                    auroc(),
                    100 * rejected(true),
                    scores(true).length,
                    100 * (1 - rejected(false)),
                    scores(false).length));
            words.add(String.format(
                    Locale.ROOT,
                    "to find 100, 99, 95 %% of bad ones, %.1f, %.1f, %.1f %% of good ones would be rejected",
                    100 * atRecall(100),
                    100 * atRecall(99),
                    100 * atRecall(95)));
        } else {
            words.add("There are no bad pictures to judge by: put some into test/KIND to learn how many would pass.");
        }
        return words;
    }

    Confusion confusion() {
        return Confusion.of(
                VERDICTS.size(),
                answers.stream().mapToInt(answer -> answer.of().good() ? 0 : 1).toArray(),
                answers.stream().mapToInt(answer -> answer.rejected() ? 1 : 0).toArray());
    }

    static List<String> verdicts() {
        return VERDICTS;
    }

    /** Bad pictures that scored lowest, then good ones that scored highest, with their heat maps. */
    byte[] worst() {
        var worst = new ArrayList<Answer>();
        answers.stream()
                .filter(answer -> !answer.of().good())
                .sorted(Comparator.comparingDouble(Answer::score))
                .limit(TILES)
                .forEach(worst::add);
        answers.stream()
                .filter(answer -> answer.of().good())
                .sorted(Comparator.comparingDouble(Answer::score).reversed())
                .limit(TILES)
                .forEach(worst::add);
        double full = detector.fullHeat();
        return ContactSheet.png(worst.stream()
                .map(answer -> {
                    var picture = FrameReader.standard().readColour(answer.of().image());
                    return ContactSheet.Tile.of(
                            HeatMap.png(picture, detector.inspect(picture).map(), full),
                            "is " + answer.of().kind().replace('_', ' '),
                            String.format(
                                    Locale.ROOT,
                                    "%s %.0f%% of limit",
                                    answer.rejected() ? "fail" : "pass",
                                    100
                                            * answer.score()
                                            / detector.calibration().threshold()));
                })
                .toList());
    }
}
