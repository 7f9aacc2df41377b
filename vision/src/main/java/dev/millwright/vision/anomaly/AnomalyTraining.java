package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Learns a detector from good images: remembers patches of most, and takes the thresholds from the rest. The same images and
 * settings give the same detector.
 */
public final class AnomalyTraining {
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

    /**
     * A detector that tells by a network which learned from good images already.
     *
     * @param heldOut good images that it did not learn from
     * @throws IllegalArgumentException when there are too few for the false-reject rate
     */
    public static AnomalyDetector around(
            Marker marker, List<ColourFrame> heldOut, AnomalySettings settings, Consumer<Progress> progress) {
        var look = Tiled.of(marker, settings.tilePx());
        return new AnomalyDetector(look, Calibrating.of(look, heldOut, settings, progress));
    }

    /** Whether all these images show the same single long part on an even ground. */
    public static boolean showOnePart(List<ColourFrame> good, AnomalySettings settings) {
        return Framing.learn(good.stream().map(ColourFrame::grey).toList(), settings)
                .aligned();
    }

    private AnomalyDetector train(List<ColourFrame> good) {
        var parts = GoodParts.of(good, settings);
        var tiles = parts.tiles(settings.tilePx());
        var look = Tiled.of(new Recall(backbone, remember(tiles)), settings.tilePx());
        return new AnomalyDetector(look, Calibrating.of(look, parts.heldOut(), settings, progress));
    }

    private Memory remember(List<ColourFrame> images) {
        boolean whole = settings.tilePx() == 0;
        var framing = Framing.learn(
                images.stream().map(ColourFrame::grey).toList(), settings.withAlign(settings.align() && whole));
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
}
