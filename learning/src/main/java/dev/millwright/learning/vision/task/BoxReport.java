package dev.millwright.learning.vision.task;

import dev.millwright.learning.plots.ContactSheet;
import dev.millwright.learning.vision.layout.LabelledPicture;
import dev.millwright.vision.MarkedImage;
import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.dense.Detection;
import dev.millwright.vision.evaluation.BoxPrecision;
import dev.millwright.vision.evaluation.BoxPrecision.Told;
import dev.millwright.vision.evaluation.FalseRejects;
import dev.millwright.vision.image.FrameReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a dense detector finds in pictures in which people have drawn boxes.
 *
 * @param precision over all pictures, at an overlap of one half
 * @param seen each picture with what was found in it, however unsure
 */
record BoxReport(BoxPrecision precision, List<Seen> seen) {
    private static final double HALF = 0.5;
    private static final int TILES = 8;
    private static final int THRESHOLDS = 100;
    private static final int KNOWN_COLOUR = 0x2f6f9f;
    private static final int FOUND_COLOUR = 0xe69f00;

    /** A picture, and what was found in it. */
    record Seen(LabelledPicture picture, List<Detection> found) {
        List<Detection> sure(double threshold) {
            return found.stream()
                    .filter(each -> each.probability() >= threshold)
                    .toList();
        }

        /** Boxes that were not found, and found ones that are none. */
        int wrong(double threshold) {
            var own = new BoxPrecision(HALF);
            own.add(told(found), known(picture));
            return picture.boxes().size() + own.told(threshold) - 2 * own.right(threshold);
        }

        double score() {
            return found.stream().mapToDouble(Detection::probability).max().orElse(0);
        }
    }

    static BoxReport of(DenseDetector detector, List<LabelledPicture> pictures, String stage, Teller teller) {
        var precision = new BoxPrecision(HALF);
        var seen = new ArrayList<Seen>();
        for (var picture : pictures) {
            var found = detector.detect(DenseInput.of(FrameReader.standard().readColour(picture.picture())));
            precision.add(told(found), known(picture));
            seen.add(new Seen(picture, found));
            teller.at(stage, seen.size(), pictures.size(), Double.NaN);
        }
        return new BoxReport(precision, seen);
    }

    private static List<Told> told(List<Detection> found) {
        return found.stream()
                .map(each -> new Told(each.label(), each.probability(), each.box()))
                .toList();
    }

    private static List<Told> known(LabelledPicture picture) {
        return picture.boxes().stream()
                .map(each -> new Told(each.kind(), 1, each.box()))
                .toList();
    }

    private int there() {
        return precision.known().values().stream().mapToInt(Integer::intValue).sum();
    }

    private double precision(double threshold) {
        int told = precision.told(threshold);
        return told == 0 ? 1 : precision.right(threshold) / (double) told;
    }

    private double recall(double threshold) {
        return there() == 0 ? 1 : precision.right(threshold) / (double) there();
    }

    private double f(double threshold) {
        return 2.0 * precision.right(threshold) / Math.max(1, precision.told(threshold) + there());
    }

    /** The probability with the highest F; to be used on other pictures than these. */
    double bestThreshold() {
        double best = HALF;
        double most = f(HALF);
        for (int i = 1; i < THRESHOLDS; i++) {
            double threshold = i / (double) THRESHOLDS;
            if (f(threshold) > most) {
                most = f(threshold);
                best = threshold;
            }
        }
        return best;
    }

    Map<String, Double> metrics(double threshold) {
        var metrics = new TreeMap<String, Double>();
        metrics.put("held_out_pictures", (double) seen.size());
        metrics.put("map50", precision.mean());
        metrics.put("f", f(threshold));
        metrics.put("f_threshold", threshold);
        metrics.put("precision", precision(threshold));
        metrics.put("recall", recall(threshold));
        precision.known().keySet().forEach(kind -> metrics.put("ap_" + kind.replace(' ', '_'), precision.of(kind)));
        double[] good = scores(true);
        double[] bad = scores(false);
        if (good.length > 0 && bad.length > 0) {
            for (int percent : new int[] {100, 99, 95}) {
                metrics.put("false_reject_at_recall" + percent, FalseRejects.at(percent / 100.0, good, bad));
            }
        }
        return metrics;
    }

    private double[] scores(boolean good) {
        return seen.stream()
                .filter(each -> each.picture().boxes().isEmpty() == good)
                .mapToDouble(Seen::score)
                .toArray();
    }

    List<String> words(double threshold) {
        var words = new ArrayList<String>();
        words.add(String.format(
                Locale.ROOT,
                "held out: mAP %.4f on %d pictures; at a probability of %.2f precision %.3f, recall %.3f, F %.3f",
                precision.mean(),
                seen.size(),
                threshold,
                precision(threshold),
                recall(threshold),
                f(threshold)));
        new TreeMap<>(precision.known())
                .forEach((kind, count) -> words.add(String.format(
                        Locale.ROOT, "  %-26s %4d there, average precision %.3f", kind, count, precision.of(kind))));
        return words;
    }

    /** The pictures with most missed and false boxes: blue what people drew, orange what was found. */
    byte[] worst(double threshold) {
        return ContactSheet.png(seen.stream()
                .sorted(Comparator.comparingInt((Seen each) -> each.wrong(threshold))
                        .reversed())
                .limit(TILES)
                .map(each -> ContactSheet.Tile.of(
                        MarkedImage.png(
                                FrameReader.standard().readColour(each.picture().picture()), marks(each, threshold)),
                        "%d there".formatted(each.picture().boxes().size()),
                        "%d found %d wrong".formatted(each.sure(threshold).size(), each.wrong(threshold))))
                .toList());
    }

    private static List<MarkedImage.Mark> marks(Seen seen, double threshold) {
        return Stream.concat(
                        seen.picture().boxes().stream()
                                .map(each -> new MarkedImage.Mark(each.box(), each.kind(), KNOWN_COLOUR)),
                        seen.sure(threshold).stream()
                                .map(each -> new MarkedImage.Mark(each.box(), each.label(), FOUND_COLOUR)))
                .toList();
    }
}
