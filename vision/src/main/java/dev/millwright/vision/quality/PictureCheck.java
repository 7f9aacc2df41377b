package dev.millwright.vision.quality;

import dev.millwright.vision.image.Frame;
import java.util.Locale;

/**
 * Tells whether pictures of a camera are fit to be inspected. What spoils everything else is looked at first: a dark picture has
 * little contrast, so has a blurred one, and either seems to show another product.
 *
 * @param reference of the same camera
 * @param reachPx how far a picture may lie from its template and still be inspected
 */
public record PictureCheck(PictureReference reference, int reachPx) {
    private static final String DARK =
            "the picture is dark: its mean grey is %.0f of 255, good ones have at least %.0f\n"
                    + "Look for a lamp that failed, or open the aperture or the exposure time.";
    private static final String BRIGHT =
            "the picture is bright: its mean grey is %.0f of 255, good ones have at most %.0f\n"
                    + "Shield the camera from other light, or shorten the exposure time.";
    private static final String BLACK = "%.1f %% of the picture is black, of good ones at most %.1f %%\n"
            + "Look for a lamp that failed and for what may cover the lens.";
    private static final String WHITE = "%.1f %% of the picture is white, of good ones at most %.1f %%\n"
            + "Look for glare, or shorten the exposure time.";
    private static final String FLAT = "the picture has little contrast: %.0f, good ones have at least %.0f\n"
            + "Clean the lens, look for haze or stray light, and whether a part is in place.";
    private static final String BLURRED =
            "the picture is blurred: it has %.0f %% of the usual sharpness, the least is %.0f %%\n"
                    + "Focus and clean the lens; if parts move, shorten the exposure time.";
    private static final String STRANGE =
            "the picture fits its template nowhere: correlation %.2f, of good ones at least"
                    + " %.2f\nCheck which product lies under the camera and which template is meant.";
    private static final String UNLIKE =
            "the picture's greys are not this camera's: stability index %.2f, of good ones at"
                    + " most %.2f\nCheck which product lies under the camera; after a change of product or light, learn anew.";

    public PictureCheck {
        if (reachPx < 0) {
            throw new IllegalArgumentException("reachPx " + reachPx + "\nGive at least 0.");
        }
    }

    /** Checks a picture by itself. */
    public PictureVerdict check(Frame picture) {
        return check(PictureMeasures.of(picture));
    }

    /** Checks a picture and how it fits its template, which has the same size. */
    public PictureVerdict check(Frame picture, Frame template) {
        return check(PictureMeasures.of(picture, template));
    }

    /** Checks a picture by its measures. */
    public PictureVerdict check(PictureMeasures measures) {
        if (measures.widthPx() != reference.widthPx() || measures.heightPx() != reference.heightPx()) {
            throw new IllegalArgumentException("a picture of " + measures.widthPx() + " x " + measures.heightPx()
                    + " pixels against a reference of " + reference.widthPx() + " x " + reference.heightPx()
                    + "\nLearn a reference from pictures of this size.");
        }
        for (var trait : new Trait[] {Trait.BRIGHTNESS, Trait.WHITE, Trait.BLACK, Trait.SHARPNESS, Trait.CONTRAST}) {
            if (fails(trait, measures)) {
                return refusal(trait, measures);
            }
        }
        int shift = Math.max(
                Math.abs(measures.offset().x()), Math.abs(measures.offset().y()));
        // A shift of a template that fits nowhere means nothing.
        if (shift > reachPx && !fails(Trait.MATCH, measures)) {
            return new PictureVerdict.Refused(
                    Fault.SHIFTED,
                    shift,
                    reachPx,
                    text(
                            "the part lies about %d pixels off its template, inspection reaches %d\n"
                                    + "Look at the fixture, the trigger of the camera, and whether the camera was moved.",
                            shift, reachPx),
                    measures);
        }
        for (var trait : new Trait[] {Trait.MATCH, Trait.UNLIKENESS}) {
            if (fails(trait, measures)) {
                return refusal(trait, measures);
            }
        }
        return new PictureVerdict.Fit(measures);
    }

    private boolean fails(Trait trait, PictureMeasures measures) {
        var limit = reference.limits().get(trait);
        return limit != null && limit.isPassed(trait, reference.value(trait, measures));
    }

    private PictureVerdict refusal(Trait trait, PictureMeasures measures) {
        var limit = reference.limits().get(trait);
        if (limit == null) {
            throw new IllegalStateException("no limit of " + trait);
        }
        double value = reference.value(trait, measures);
        double edge = value < limit.usual() ? limit.usual() - limit.deviation() : limit.usual() + limit.deviation();
        return switch (trait) {
            case BRIGHTNESS ->
                value < limit.usual()
                        ? refused(Fault.UNDEREXPOSED, value, edge, measures, DARK, value, edge)
                        : refused(Fault.OVEREXPOSED, value, edge, measures, BRIGHT, value, edge);
            case BLACK -> refused(Fault.UNDEREXPOSED, value, edge, measures, BLACK, 100 * value, 100 * edge);
            case WHITE -> refused(Fault.OVEREXPOSED, value, edge, measures, WHITE, 100 * value, 100 * edge);
            case CONTRAST -> refused(Fault.LOW_CONTRAST, value, edge, measures, FLAT, value, edge);
            case SHARPNESS -> {
                double share = Math.exp(value - limit.usual());
                double least = Math.exp(-limit.deviation());
                yield refused(Fault.BLURRED, share, least, measures, BLURRED, 100 * share, 100 * least);
            }
            case MATCH -> refused(Fault.WRONG_PRODUCT, value, edge, measures, STRANGE, value, edge);
            case UNLIKENESS -> refused(Fault.WRONG_PRODUCT, value, edge, measures, UNLIKE, value, edge);
        };
    }

    private static PictureVerdict refused(
            Fault fault, double measured, double limit, PictureMeasures measures, String words, Object... values) {
        return new PictureVerdict.Refused(fault, measured, limit, text(words, values), measures);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its patterns stand above
    private static String text(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
