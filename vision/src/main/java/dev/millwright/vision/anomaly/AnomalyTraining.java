package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Learns a detector from good images: remembers patches of most, and takes the thresholds from the rest. How an image's score
 * is made is chosen by which tells drawn defects in the held-out images best. The same images and settings give the same
 * detector.
 */
public final class AnomalyTraining {
    private static final int LEAST_IMAGES = 8;
    /** Patches the components are found on. */
    private static final int BASIS = 12_000;

    /**
     * How far it is.
     *
     * @param stage what is being done, in words
     * @param done images of this stage
     * @param of images of this stage in all
     */
    public record Progress(String stage, int done, int of) {}

    private final Backbone backbone;
    private final AnomalySettings settings;
    private final Consumer<Progress> progress;

    private AnomalyTraining(Backbone backbone, AnomalySettings settings, Consumer<Progress> progress) {
        this.backbone = backbone;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Learns from good images of one kind, at one scale.
     *
     * @throws IllegalArgumentException when there are too few for the false-reject rate
     */
    public static AnomalyDetector train(
            List<ColourFrame> good, Backbone backbone, AnomalySettings settings, Consumer<Progress> progress) {
        return new AnomalyTraining(backbone, settings, progress).train(good);
    }

    private AnomalyDetector train(List<ColourFrame> good) {
        int held = Math.max(
                (int) Math.round(settings.heldOut() * good.size()), Conformal.needed(settings.falseRejectRate()));
        if (good.size() < LEAST_IMAGES || held > good.size() / 2) {
            throw new IllegalArgumentException(
                    "%d good images are too few for a false-reject rate of %s, which takes %d held out of twice as many.\nGive more good images, or allow a higher rate."
                            .formatted(good.size(), settings.falseRejectRate(), Math.max(held, LEAST_IMAGES / 2)));
        }
        var shuffled = new ArrayList<>(good);
        java.util.Collections.shuffle(shuffled, new Random(settings.seed()));
        var memory = remember(shuffled.subList(held, shuffled.size()));
        return new AnomalyDetector(backbone, memory, calibrate(memory, shuffled.subList(0, held)));
    }

    private Memory remember(List<ColourFrame> images) {
        var framing = Framing.learn(images.stream().map(ColourFrame::grey).toList(), settings);
        var random = new SplittableRandom(settings.seed());
        int each = (settings.drawn() + images.size() - 1) / images.size();
        var patches = new ArrayList<float[]>();
        int channels = 0;
        for (var image : images) {
            var view = framing.view(image.grey());
            var features = backbone.features(view.planes(image), view.width(), view.height());
            channels = features.channels();
            patches.addAll(drawn(features, each, random));
            progress.accept(new Progress("looking at good images", patches.size() / each, images.size()));
        }
        java.util.Collections.shuffle(patches, new Random(settings.seed()));
        var basis = rows(patches.subList(0, Math.min(BASIS, patches.size())), channels);
        var projection = Projection.fit(basis, channels, Math.min(settings.components(), channels), settings.seed());
        progress.accept(new Progress("choosing patches", 0, 1));
        var bank = MemoryBank.choose(
                projection.apply(rows(patches, channels)), projection.to(), settings.bankSize(), settings.seed());
        progress.accept(new Progress("choosing patches", 1, 1));
        return new Memory(framing, projection, bank, settings.smoothing());
    }

    private static List<float[]> drawn(FeatureMap features, int count, SplittableRandom random) {
        var places = IntStream.range(0, features.places()).toArray();
        var drawn = new ArrayList<float[]>();
        for (int i = 0; i < Math.min(count, places.length); i++) {
            int other = i + random.nextInt(places.length - i);
            int place = places[other];
            places[other] = places[i];
            int at = place * features.channels();
            drawn.add(Arrays.copyOfRange(features.values(), at, at + features.channels()));
        }
        return drawn;
    }

    private static float[] rows(List<float[]> patches, int width) {
        var rows = new float[patches.size() * width];
        for (int i = 0; i < patches.size(); i++) {
            System.arraycopy(patches.get(i), 0, rows, i * width, width);
        }
        return rows;
    }

    private Calibration calibrate(Memory memory, List<ColourFrame> held) {
        var random = new SplittableRandom(settings.seed());
        var good = new ArrayList<AnomalyMap>();
        var spoiled = new ArrayList<AnomalyMap>();
        for (var image : held) {
            good.add(memory.placed(backbone, image));
            spoiled.add(memory.placed(backbone, SyntheticDefects.spoil(image, random)));
            progress.accept(new Progress("setting thresholds", good.size(), held.size()));
        }
        var score = Arrays.stream(ImageScore.values())
                .max(Comparator.comparingDouble(kind -> told(kind, good, spoiled)))
                .orElseThrow();
        return Calibration.of(
                score,
                Conformal.of(good.stream().mapToDouble(score::of).toArray()),
                Conformal.of(good.stream().mapToDouble(ImageScore.LARGEST::of).toArray()),
                settings.falseRejectRate());
    }

    /** How often a spoiled image scores higher than a good one: the area under the ROC curve. */
    private static double told(ImageScore kind, List<AnomalyMap> good, List<AnomalyMap> spoiled) {
        double[] low = good.stream().mapToDouble(kind::of).toArray();
        double[] high = spoiled.stream().mapToDouble(kind::of).toArray();
        double won = 0;
        for (double a : low) {
            for (double b : high) {
                won += b > a ? 1 : b == a ? 0.5 : 0;
            }
        }
        return won / (low.length * high.length);
    }
}
