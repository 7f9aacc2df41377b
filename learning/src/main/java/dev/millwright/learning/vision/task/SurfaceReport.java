package dev.millwright.learning.vision.task;

import dev.millwright.learning.failure.Confusion;
import dev.millwright.learning.plots.ContactSheet;
import dev.millwright.learning.vision.SurfacePicture;
import dev.millwright.vision.surface.Classification;
import dev.millwright.vision.surface.SurfaceModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a classifier says of pictures that it did not learn from.
 *
 * @param kinds in the model's order
 * @param answers one for each picture
 */
public record SurfaceReport(List<String> kinds, List<Answer> answers) {
    private static final int BINS = 10;
    private static final int TILES = 12;

    public SurfaceReport {
        kinds = List.copyOf(kinds);
        answers = List.copyOf(answers);
    }

    /** A picture, what is said of it, and how long that took. */
    public record Answer(SurfacePicture picture, Classification said, double millis) {
        double truth() {
            return said.probabilities()[picture.kind()];
        }
    }

    /** Judges them all. */
    public static SurfaceReport of(byte[] onnx, List<SurfacePicture> judged, Teller teller) {
        try (var model = SurfaceModel.read(onnx, "the trained model")) {
            var answers = new ArrayList<Answer>();
            for (var picture : judged) {
                long began = System.nanoTime();
                var said = model.classifier().classify(picture.picture());
                answers.add(new Answer(picture, said, (System.nanoTime() - began) / 1e6));
                teller.at("judging", answers.size(), judged.size(), Double.NaN);
            }
            return new SurfaceReport(model.kinds(), answers);
        }
    }

    Confusion confusion() {
        return Confusion.of(
                kinds.size(),
                answers.stream().mapToInt(answer -> answer.picture().kind()).toArray(),
                answers.stream()
                        .mapToInt(answer -> kinds.indexOf(answer.said().kind()))
                        .toArray());
    }

    /** By how much probabilities are off, on average over tenths (expected calibration error, Naeini 2015). */
    double calibrationError() {
        var off = new double[BINS];
        for (var answer : answers) {
            int bin = Math.min(BINS - 1, (int) (BINS * answer.said().probability()));
            off[bin] += answer.said().probability() - (right(answer) ? 1 : 0);
        }
        double sum = 0;
        for (double each : off) {
            sum += Math.abs(each) / answers.size();
        }
        return sum;
    }

    /** Of a picture, once the machine is warm. */
    public double medianMillis() {
        return WarmMedian.of(answers.stream().mapToDouble(Answer::millis));
    }

    /** Those that were taken for another kind, the surest first. */
    public List<Answer> wrong() {
        return answers.stream()
                .filter(answer -> !right(answer))
                .sorted(Comparator.comparingDouble(
                                (Answer answer) -> answer.said().probability())
                        .reversed())
                .toList();
    }

    /** By the names of the card. */
    public Map<String, Double> metrics() {
        var confusion = confusion();
        var metrics = new TreeMap<String, Double>();
        metrics.put("held_out_pictures", (double) answers.size());
        metrics.put("accuracy", confusion.accuracy());
        metrics.put("macro_f1", confusion.macroF1());
        metrics.put("ece", calibrationError());
        for (int kind = 0; kind < kinds.size(); kind++) {
            var key = kinds.get(kind).replace(' ', '_');
            metrics.put("precision_" + key, confusion.precision(kind));
            if (Double.isFinite(confusion.recall(kind))) {
                metrics.put("recall_" + key, confusion.recall(kind));
            }
        }
        return metrics;
    }

    List<String> words() {
        var confusion = confusion();
        var words = new ArrayList<String>();
        words.add(String.format(
                Locale.ROOT,
                "held out: %.1f %% of %d pictures are told right, mean F1 %.3f; probabilities are off by %.3f on average",
                100 * confusion.accuracy(),
                answers.size(),
                confusion.macroF1(),
                calibrationError()));
        for (int kind = 0; kind < kinds.size(); kind++) {
            words.add(String.format(
                    Locale.ROOT,
                    "  %-26s precision %.2f, recall %.2f",
                    kinds.get(kind),
                    confusion.precision(kind),
                    confusion.recall(kind)));
        }
        return words;
    }

    /** The pictures of whose kind the model was least convinced. */
    public byte[] worst() {
        return ContactSheet.png(answers.stream()
                .sorted(Comparator.comparingDouble(Answer::truth))
                .limit(TILES)
                .map(answer -> ContactSheet.Tile.of(
                        answer.picture().picture(),
                        "is " + kinds.get(answer.picture().kind()).replace('_', ' '),
                        String.format(
                                Locale.ROOT,
                                "%.0f%% %s",
                                100 * answer.said().probability(),
                                answer.said().kind().replace('_', ' '))))
                .toList());
    }

    private boolean right(Answer answer) {
        return answer.said().kind().equals(kinds.get(answer.picture().kind()));
    }
}
