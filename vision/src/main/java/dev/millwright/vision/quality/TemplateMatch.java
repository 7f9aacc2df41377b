package dev.millwright.vision.quality;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import dev.millwright.vision.image.Scaling;

/**
 * Where a picture fits its template best, and how well: the normalised cross-correlation of both, made small, over shifts of up
 * to a quarter of the picture, then once more, finer, about the best.
 *
 * @param correlation 1 for equals whatever the light, about 0 for strangers
 * @param offset how far the picture lies from its template, in pixels of the picture
 */
record TemplateMatch(double correlation, Offset offset) {
    private static final int COARSE_PX = 48;
    private static final int FINE_PX = 160;
    /** Of equally good shifts, as on a board of equal rows, the nearest counts. */
    private static final double PRICE_OF_A_PIXEL = 1e-4;

    static TemplateMatch of(Frame picture, Frame template) {
        if (picture.width() != template.width() || picture.height() != template.height()) {
            throw new IllegalArgumentException("a picture of " + picture.width() + " x " + picture.height()
                    + " pixels and a template of " + template.width() + " x " + template.height()
                    + "\nTake the template with the same camera.");
        }
        var fine = Scaling.thumbnail(picture, FINE_PX);
        var fineTemplate = Scaling.thumbnail(template, FINE_PX);
        var coarse = Scaling.thumbnail(fine, COARSE_PX);
        int reach = Math.min(coarse.width(), coarse.height()) / 4;
        var rough = best(coarse, Scaling.thumbnail(fineTemplate, COARSE_PX), Offset.NONE, reach);
        double finer = fine.width() / (double) coarse.width();
        var about = new Offset((int) Math.round(rough.offset.x() * finer), (int) Math.round(rough.offset.y() * finer));
        var found = best(fine, fineTemplate, about, (int) Math.ceil(finer));
        double scale = picture.width() / (double) fine.width();
        return new TemplateMatch(found.correlation, new Offset((int) Math.round(found.offset.x() * scale), (int)
                Math.round(found.offset.y() * scale)));
    }

    private static TemplateMatch best(Frame picture, Frame template, Offset about, int reach) {
        var seen = new SummedFrame(picture);
        var wanted = new SummedFrame(template);
        var best = new TemplateMatch(Double.NEGATIVE_INFINITY, Offset.NONE);
        double most = Double.NEGATIVE_INFINITY;
        int mostAcross = picture.width() / 2;
        int mostDown = picture.height() / 2;
        for (int dy = Math.max(-mostDown, about.y() - reach); dy <= Math.min(mostDown, about.y() + reach); dy++) {
            for (int dx = Math.max(-mostAcross, about.x() - reach);
                    dx <= Math.min(mostAcross, about.x() + reach);
                    dx++) {
                double correlation = seen.correlation(wanted, dx, dy);
                double worth = correlation - PRICE_OF_A_PIXEL * Math.hypot(dx, dy);
                if (worth > most) {
                    most = worth;
                    best = new TemplateMatch(correlation, new Offset(dx, dy));
                }
            }
        }
        return best;
    }
}
