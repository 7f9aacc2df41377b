package dev.millwright.vision.anomaly;

/**
 * How anomalies are learned and told.
 *
 * @param sidePx the network sees about as many pixels as a square of this side has
 * @param align whether a single long part is turned into one position, where all good images show one
 * @param components of the features that are kept
 * @param bankSize patches of good images that are kept at most
 * @param drawn patches of good images among which these are chosen
 * @param smoothing standard deviation by which the map is smoothed, in places of the network's map
 * @param heldOut share of the good images that no bank sees, for thresholds
 * @param falseRejectRate share of good images that may be rejected
 * @param tilePx images are looked at in squares of so many pixels, one after another; 0: as a whole
 * @param seed of all chance
 */
public record AnomalySettings(
        int sidePx,
        boolean align,
        int components,
        int bankSize,
        int drawn,
        double smoothing,
        double heldOut,
        double falseRejectRate,
        int tilePx,
        long seed) {
    private static final int LEAST_TILE_PX = 32;
    private static final int MOST_TILE_PX = 8192;

    /** Chosen on good images of screws with drawn defects, and on the time an image takes. */
    public static final AnomalySettings DEFAULT =
            new AnomalySettings(320, true, 64, 4096, 30_000, 1.4, 0.2, 0.02, 0, 1);

    public AnomalySettings {
        if (sidePx < Backbone.MULTIPLE_PX || components < 1 || bankSize < 1 || drawn < bankSize || !(smoothing >= 0)) {
            throw new IllegalArgumentException(
                    "sidePx %d, %d components, bank of %d out of %d, smoothing %s\nGive at least %d pixels, one component, one patch, and draw no fewer than are kept."
                            .formatted(sidePx, components, bankSize, drawn, smoothing, Backbone.MULTIPLE_PX));
        }
        if (tilePx != 0 && (tilePx < LEAST_TILE_PX || tilePx > MOST_TILE_PX)) {
            throw new IllegalArgumentException(
                    "tiles of %d pixels\nGive %d to %d, or 0 for none.".formatted(tilePx, LEAST_TILE_PX, MOST_TILE_PX));
        }
        if (!(heldOut > 0 && heldOut < 1 && falseRejectRate > 0 && falseRejectRate < 1)) {
            throw new IllegalArgumentException(
                    "heldOut %s, falseRejectRate %s\nGive shares between 0 and 1.".formatted(heldOut, falseRejectRate));
        }
    }

    /** The same with another size of picture. */
    public AnomalySettings withSide(int otherPx) {
        return new AnomalySettings(
                otherPx, align, components, bankSize, drawn, smoothing, heldOut, falseRejectRate, tilePx, seed);
    }

    /** The same with another bank, of at most so many patches among so many. */
    public AnomalySettings withBank(int otherSize, int otherDrawn) {
        return new AnomalySettings(
                sidePx, align, components, otherSize, otherDrawn, smoothing, heldOut, falseRejectRate, tilePx, seed);
    }

    /** The same with parts turned or left as they lie. */
    public AnomalySettings withAlign(boolean other) {
        return new AnomalySettings(
                sidePx, other, components, bankSize, drawn, smoothing, heldOut, falseRejectRate, tilePx, seed);
    }

    /** The same with another share of good images that may be rejected. */
    public AnomalySettings withFalseRejectRate(double other) {
        return new AnomalySettings(sidePx, align, components, bankSize, drawn, smoothing, heldOut, other, tilePx, seed);
    }

    /** The same through tiles of so many pixels; 0: none. */
    public AnomalySettings withTiles(int otherPx) {
        return new AnomalySettings(
                sidePx, align, components, bankSize, drawn, smoothing, heldOut, falseRejectRate, otherPx, seed);
    }

    /** The same by another chance. */
    public AnomalySettings withSeed(long other) {
        return new AnomalySettings(
                sidePx, align, components, bankSize, drawn, smoothing, heldOut, falseRejectRate, tilePx, other);
    }
}
