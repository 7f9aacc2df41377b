package dev.millwright.vision.evaluation;

import static java.util.Objects.requireNonNull;

import dev.millwright.vision.anomaly.AnomalyDetector;
import dev.millwright.vision.anomaly.AnomalyResult;
import dev.millwright.vision.anomaly.ImageScore;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Judges test images by a detector and compares with what is known of them. */
public final class AnomalyRun {
    private static final double WHITE = 127.5;
    private static final double MOST_WRONG = 0.3;

    /**
     * A judged image.
     *
     * @param of the image
     * @param result what the detector says
     * @param millis how long the judgement took
     */
    public record Judged(AnomalyCase of, AnomalyResult result, double millis) {}

    private final List<Judged> judged;

    private AnomalyRun(List<Judged> judged) {
        this.judged = List.copyOf(judged);
    }

    /** Judges each image; tells of each when it is done. */
    public static AnomalyRun of(AnomalyDetector detector, List<AnomalyCase> cases, Consumer<Judged> done) {
        var reader = FrameReader.standard();
        var judged = new ArrayList<Judged>();
        for (var each : cases) {
            var image = ColourFrame.of(reader.read(each.image()));
            long start = System.nanoTime();
            var result = detector.inspect(image);
            double millis = (System.nanoTime() - start) / 1e6;
            var one = new Judged(each, result, millis);
            judged.add(one);
            done.accept(one);
        }
        return new AnomalyRun(judged);
    }

    public List<Judged> judged() {
        return judged;
    }

    /** How often a bad image scores higher than a good one, by the detector's own score. */
    public double imageAuroc() {
        return auroc(_ -> true, each -> each.result().score());
    }

    /** The same by another kind of score. */
    public double imageAuroc(ImageScore score) {
        return auroc(_ -> true, each -> requireNonNull(each.result().scores().get(score)));
    }

    /** The same of each kind of defect, by the detector's own score. */
    public Map<String, Double> imageAurocs() {
        var aurocs = new LinkedHashMap<String, Double>();
        judged.stream()
                .map(each -> each.of().kind())
                .filter(kind -> !kind.equals(AnomalyCase.GOOD))
                .distinct()
                .forEach(kind -> aurocs.put(kind, auroc(each -> each.of().kind().equals(kind), each -> each.result()
                        .score())));
        return aurocs;
    }

    private double auroc(Predicate<Judged> bad, ToDoubleFunction<Judged> score) {
        return RocArea.of(
                judged.stream()
                        .filter(each -> each.of().good())
                        .mapToDouble(score)
                        .toArray(),
                judged.stream()
                        .filter(each -> !each.of().good() && bad.test(each))
                        .mapToDouble(score)
                        .toArray());
    }

    /** How often a bad pixel scores higher than a good one, over all images. */
    public double pixelAuroc() {
        int pixels = judged.stream()
                .mapToInt(each -> each.result().map().values().length)
                .sum();
        var good = new double[pixels];
        var bad = new double[pixels];
        int goods = 0;
        int bads = 0;
        for (var each : judged) {
            var mask = mask(each);
            var map = each.result().map().values();
            for (int i = 0; i < map.length; i++) {
                if (mask[i]) {
                    bad[bads++] = map[i];
                } else {
                    good[goods++] = map[i];
                }
            }
        }
        return RocArea.of(Arrays.copyOf(good, goods), Arrays.copyOf(bad, bads));
    }

    /** AU-PRO up to three in ten good pixels. */
    public double regionOverlap() {
        var overlap = new RegionOverlap();
        for (var each : judged) {
            overlap.add(
                    each.result().map().values(),
                    mask(each),
                    each.result().map().width());
        }
        return overlap.area(MOST_WRONG);
    }

    /** The share of good images that were rejected. */
    public double falseRejects() {
        return rejected(AnomalyCase::good);
    }

    /** The share of bad images that were not. */
    public double escapes() {
        return 1 - rejected(each -> !each.good());
    }

    private double rejected(Predicate<AnomalyCase> of) {
        return judged.stream()
                .filter(each -> of.test(each.of()))
                .mapToInt(each -> each.result().verdict() == AnomalyResult.Verdict.FAIL ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** Milliseconds an image takes, in the middle. */
    public double medianMillis() {
        double[] sorted = judged.stream().mapToDouble(Judged::millis).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Good images that scored highest and bad ones that scored lowest, beside each other. */
    public List<Judged> worst(int count) {
        var byScore = judged.stream()
                .sorted(java.util.Comparator.comparingDouble(
                        each -> each.result().score()))
                .toList();
        var worst = new ArrayList<Judged>();
        byScore.stream().filter(each -> !each.of().good()).limit(count).forEach(worst::add);
        byScore.reversed().stream()
                .filter(each -> each.of().good())
                .limit(count)
                .forEach(worst::add);
        return worst;
    }

    private static boolean[] mask(Judged each) {
        var map = each.result().map();
        var mask = new boolean[map.values().length];
        if (!each.of().good()) {
            var file = requireNonNull(each.of().mask(), () -> each.of().image() + " has no mask");
            Frame frame = FrameReader.standard().read(file);
            if (frame.width() != map.width() || frame.height() != map.height()) {
                throw new IllegalArgumentException("%s is %d x %d, its image %d x %d\nFetch both again."
                        .formatted(file, frame.width(), frame.height(), map.width(), map.height()));
            }
            for (int i = 0; i < mask.length; i++) {
                mask[i] = frame.grey(i % map.width(), i / map.width()) > WHITE;
            }
        }
        return mask;
    }
}
