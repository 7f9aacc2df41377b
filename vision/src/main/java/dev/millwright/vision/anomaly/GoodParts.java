package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Good images, shared out by chance.
 *
 * @param learned to learn from
 * @param heldOut to take thresholds from
 */
public record GoodParts(List<ColourFrame> learned, List<ColourFrame> heldOut) {
    private static final int LEAST_IMAGES = 8;

    public GoodParts {
        learned = List.copyOf(learned);
        heldOut = List.copyOf(heldOut);
    }

    /** What is learned from, cut into tiles of so many pixels; 0: as it is. */
    public List<ColourFrame> tiles(int tilePx) {
        return learned.stream()
                .flatMap(image -> Tiled.cut(image, tilePx).stream())
                .toList();
    }

    /**
     * As many held out as the settings ask for, and as the false-reject rate needs.
     *
     * @throws IllegalArgumentException when there are too few for the false-reject rate
     */
    public static GoodParts of(List<ColourFrame> good, AnomalySettings settings) {
        int held = Math.max(
                (int) Math.round(settings.heldOut() * good.size()), Conformal.needed(settings.falseRejectRate()));
        if (good.size() < LEAST_IMAGES || held > good.size() / 2) {
            throw new IllegalArgumentException(
                    "%d good images are too few for a false-reject rate of %s, which takes %d held out of twice as many.\nGive more good images, or allow a higher rate."
                            .formatted(good.size(), settings.falseRejectRate(), Math.max(held, LEAST_IMAGES / 2)));
        }
        var shuffled = new ArrayList<>(good);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        return new GoodParts(shuffled.subList(held, shuffled.size()), shuffled.subList(0, held));
    }
}
