package dev.millwright.vision.quality;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in few numbers.
 *
 * @param widthPx measures of pictures of another size are not to be compared
 * @param brightness mean grey value, 0 to 255
 * @param contrast standard deviation of the grey values
 * @param sharpness as {@link Sharpness} measures it
 * @param blackShare of pixels up to 2
 * @param whiteShare of pixels from 253 on
 * @param greys shares of pixels in 16 equal steps of grey
 * @param match correlation with the template where both fit best, at most 1; no number without a template
 * @param offset how far the picture lies from its template where both fit best, to some two pixels; none without a template
 */
public record PictureMeasures(
        int widthPx,
        int heightPx,
        double brightness,
        double contrast,
        double sharpness,
        double blackShare,
        double whiteShare,
        List<Double> greys,
        double match,
        Offset offset) {
    static final int GREY_STEPS = 16;
    private static final int BLACK_UP_TO = 2;
    private static final int WHITE_FROM = 253;

    public PictureMeasures {
        greys = List.copyOf(greys);
    }

    /** Measures a picture by itself. */
    public static PictureMeasures of(Frame picture) {
        return of(picture, Double.NaN, Offset.NONE);
    }

    /** Measures a picture and how it fits its template, which has the same size. */
    public static PictureMeasures of(Frame picture, Frame template) {
        var match = TemplateMatch.of(picture, template);
        return of(picture, match.correlation(), match.offset());
    }

    private static PictureMeasures of(Frame picture, double match, Offset offset) {
        int[] counts = picture.histogram();
        double pixels = (double) picture.width() * picture.height();
        double sum = 0;
        double squares = 0;
        double black = 0;
        double white = 0;
        var steps = new double[GREY_STEPS];
        for (int grey = 0; grey < counts.length; grey++) {
            sum += (double) grey * counts[grey];
            squares += (double) grey * grey * counts[grey];
            black += grey <= BLACK_UP_TO ? counts[grey] : 0;
            white += grey >= WHITE_FROM ? counts[grey] : 0;
            steps[grey * GREY_STEPS / counts.length] += counts[grey] / pixels;
        }
        var greys = new ArrayList<Double>();
        for (double share : steps) {
            greys.add(share);
        }
        double mean = sum / pixels;
        double variance = Math.max(0, squares / pixels - mean * mean);
        return new PictureMeasures(
                picture.width(),
                picture.height(),
                mean,
                Math.sqrt(variance),
                Sharpness.of(picture, variance),
                black / pixels,
                white / pixels,
                greys,
                match,
                offset);
    }
}
