package dev.millwright.learning.vision.task;

import dev.millwright.learning.vision.layout.GoodPictures;
import dev.millwright.vision.anomaly.AnomalySettings;
import dev.millwright.vision.anomaly.AnomalyTraining;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.FrameReader;
import java.util.List;
import java.util.stream.IntStream;

/** How anomalies are learned from somebody's pictures where nobody says how. */
public final class AnomalyPlan {
    /** Patches that are drawn for each that is kept, as the usual settings draw them. */
    private static final int DRAWN_FOR_EACH = 8;

    /** Good pictures that are looked at to tell how to learn from all. */
    private static final int LOOKED_AT = 64;
    /** A longer side would be shrunk so much that small defects vanish. */
    private static final int LARGE_PX = 1024;

    private static final int TILE_PX = 512;

    private AnomalyPlan() {}

    /**
     * The usual settings with what was asked for.
     *
     * @param good pictures to learn from
     * @param patches that are remembered; 0: as many as are usual
     * @param falseRejectRate 0: the usual one or, where the good pictures are too few for it, the least that they allow
     */
    public static AnomalySettings settings(int good, int patches, double falseRejectRate, long seed) {
        var usual = AnomalySettings.DEFAULT;
        double rate = falseRejectRate > 0 ? falseRejectRate : Math.max(usual.falseRejectRate(), 1.0 / (good / 2 + 1));
        var settings = usual.withFalseRejectRate(rate).withSeed(seed);
        return patches == 0 ? settings : settings.withBank(patches, Math.min(usual.drawn(), DRAWN_FOR_EACH * patches));
    }

    /** How it is learned from these pictures where nobody says: a part that lies alone is remembered, a surface is drawn on. */
    public static AnomalyMethod method(GoodPictures set, AnomalySettings settings) {
        return AnomalyTraining.showOnePart(some(set), settings) ? AnomalyMethod.MEMORY : AnomalyMethod.DRAWN;
    }

    /** The tiles in which these pictures are looked at where nobody says, pixels: none but for large pictures of surfaces. */
    public static int tilePx(GoodPictures set, AnomalySettings settings) {
        var first = FrameReader.standard().readColour(set.good().getFirst());
        boolean large = Math.max(first.width(), first.height()) > LARGE_PX;
        return large && !AnomalyTraining.showOnePart(some(set), settings) ? TILE_PX : 0;
    }

    private static List<ColourFrame> some(GoodPictures set) {
        var reader = FrameReader.standard();
        int every = Math.max(1, set.good().size() / LOOKED_AT);
        return IntStream.range(0, set.good().size())
                .filter(i -> i % every == 0)
                .mapToObj(i -> reader.readColour(set.good().get(i)))
                .toList();
    }
}
