package dev.millwright.vision.difference;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import dev.millwright.vision.image.Otsu;
import java.util.List;

/**
 * An image laid over its template, both in two tones.
 *
 * @param image copper of the image
 * @param template copper of the template, shifted and bent onto the image
 * @param valid where the shifted template has something to say
 * @param offset how far the whole image lies from the template
 */
public record Comparison(BitMask image, BitMask template, BitMask valid, Offset offset) {

    /**
     * Aligns a template to an image of the same size.
     *
     * @param darkCopper whether copper is the darker of both tones
     * @param searchRadiusPx how far an image may lie from its template; at most a quarter of the image is searched
     * @param bendRadiusPx how far a part of the image may lie from where the whole lies
     */
    public static Comparison of(Frame image, Frame template, boolean darkCopper, int searchRadiusPx, int bendRadiusPx) {
        int width = image.width();
        int height = image.height();
        var seen = BitMask.of(image, Otsu.threshold(image), darkCopper);
        var wanted = BitMask.of(template, Otsu.threshold(template), darkCopper);
        // A shift beyond a quarter of the image would leave too little to compare.
        var offset = Alignment.find(seen, wanted, Math.min(searchRadiusPx, Math.min(width, height) / 4));
        var valid = new BitMask(width, height);
        valid.fill(
                Math.max(0, offset.x()),
                Math.max(0, offset.y()),
                Math.min(width, width + offset.x()),
                Math.min(height, height + offset.y()));
        var shifted = wanted.shifted(offset.x(), offset.y());
        return new Comparison(seen, LocalAlignment.bend(seen, shifted, bendRadiusPx), valid, offset);
    }

    /** The fraction of pixels that differ; high values mean a wrong template. */
    public double mismatch() {
        double differing =
                image.andNot(template).or(template.andNot(image)).and(valid).count();
        return differing / valid.count();
    }

    /**
     * The differing pieces, those of a kind within the gap joined.
     *
     * @param leastThicknessPx of what lies at an edge: 3 to see little of an edge's jitter, 2 to miss fewer defects
     */
    public List<Blob> differences(int mergeGapPx, int leastThicknessPx) {
        return Differences.find(image, template, valid, mergeGapPx, leastThicknessPx);
    }
}
