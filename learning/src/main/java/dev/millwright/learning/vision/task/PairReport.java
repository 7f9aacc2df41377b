package dev.millwright.learning.vision.task;

import dev.millwright.learning.plots.ContactSheet;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Finding;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.evaluation.BoardPair;
import dev.millwright.vision.evaluation.DetectionReport;
import dev.millwright.vision.evaluation.DetectionScore;
import dev.millwright.vision.image.FrameReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an inspector finds in pairs whose defects are known.
 *
 * @param report of all pairs
 * @param pairs with what was found in each, however unsure
 */
public record PairReport(DetectionReport report, List<Told> pairs) {
    private static final int TILES = 8;
    /** Shares of bad boards that have to be found, percent. */
    private static final List<Integer> RECALLS = List.of(100, 99, 95);

    public PairReport {
        pairs = List.copyOf(pairs);
    }

    /** A pair, what was found in it, and how long that took, reading left out. */
    public record Told(BoardPair pair, List<Finding> findings, Duration elapsed) {
        public Told {
            findings = List.copyOf(findings);
        }

        List<Finding> sure(double threshold) {
            return findings.stream()
                    .filter(finding -> finding.score() >= threshold)
                    .toList();
        }

        /** Defects that were not found under their name, and findings that are no such defect. */
        int wrong(double threshold) {
            var score = score(threshold);
            return score.defects() - score.foundTyped() + score.findings() - score.foundTyped();
        }

        DetectionScore score(double threshold) {
            var tally = new DetectionScore.Tally();
            tally.add(sure(threshold), pair.known());
            return tally.score();
        }
    }

    /** Inspects them all; the inspector has to tell the least probable findings, too. */
    public static PairReport of(Inspector inspector, List<BoardPair> pairs, String stage, Teller teller) {
        var reader = FrameReader.standard();
        var report = new DetectionReport();
        var told = new ArrayList<Told>();
        for (var pair : pairs) {
            var inspection = inspector.inspect(reader.read(pair.image()), reader.read(pair.template()));
            report.add(inspection.findings(), pair.known());
            told.add(new Told(pair, inspection.findings(), inspection.elapsed()));
            teller.at(stage, told.size(), pairs.size(), Double.NaN);
        }
        return new PairReport(report, told);
    }

    /** Of a pair, once the machine is warm. */
    public double medianMillis() {
        return WarmMedian.of(pairs.stream().mapToDouble(told -> told.elapsed().toNanos() / 1e6));
    }

    /** By the names of the card, of the findings that are at least so sure. */
    public Map<String, Double> metrics(double threshold) {
        var score = report.at(threshold);
        var metrics = new TreeMap<String, Double>();
        metrics.put("held_out_pairs", (double) pairs.size());
        metrics.put("map", report.map());
        metrics.put("map50", report.map50());
        metrics.put("f", score.fTyped());
        metrics.put("f_threshold", threshold);
        metrics.put("precision", score.precisionTyped());
        metrics.put("recall", score.recallTyped());
        for (int percent : RECALLS) {
            metrics.put("false_reject_at_recall" + percent, report.falseRejectAtRecall(percent / 100.0));
        }
        for (var type : DefectType.values()) {
            if (score.defectsByType().containsKey(type)) {
                metrics.put(
                        "ap_" + type.name().toLowerCase(Locale.ROOT),
                        report.precision(DetectionScore.IOU).of(type));
            }
        }
        return metrics;
    }

    List<String> words(double threshold) {
        var score = report.at(threshold);
        var words = new ArrayList<String>();
        words.add(String.format(
                Locale.ROOT,
                "held out: mAP %.4f on %d pairs; at a score of %.2f precision %.3f, recall %.3f, F %.3f",
                report.map(),
                pairs.size(),
                threshold,
                score.precisionTyped(),
                score.recallTyped(),
                score.fTyped()));
        for (var type : DefectType.values()) {
            if (score.defectsByType().containsKey(type)) {
                words.add(String.format(
                        Locale.ROOT,
                        "  %-16s %4d there, average precision %.3f",
                        type.label(),
                        score.defectsByType().get(type),
                        report.precision(DetectionScore.IOU).of(type)));
            }
        }
        return words;
    }

    /** The pairs with most missed and false findings, as they are marked. */
    public byte[] worst(double threshold) {
        return ContactSheet.png(pairs.stream()
                .sorted(Comparator.comparingInt((Told told) -> told.wrong(threshold))
                        .reversed())
                .limit(TILES)
                .map(told -> {
                    var score = told.score(threshold);
                    return ContactSheet.Tile.of(
                            MarkedImage.png(
                                    FrameReader.standard().read(told.pair().image()), told.sure(threshold)),
                            "%d defects".formatted(score.defects()),
                            "%d missed %d false"
                                    .formatted(
                                            score.defects() - score.foundTyped(),
                                            score.findings() - score.foundTyped()));
                })
                .toList());
    }
}
