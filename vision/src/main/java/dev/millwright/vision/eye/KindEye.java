package dev.millwright.vision.eye;

import dev.millwright.vision.anomaly.AnomalyMap;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.surface.Classification;
import dev.millwright.vision.surface.SurfaceClassifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which kind of surface a picture shows; the kind is its finding, be it a good one or a defect. */
record KindEye(SurfaceClassifier classifier) implements Eye {

    @Override
    public boolean needsTemplate() {
        return false;
    }

    @Override
    public Sight look(ColourFrame picture, @Nullable Frame template) {
        var said = classifier.classify(picture);
        var words = String.format(Locale.ROOT, "%.0f %%", 100 * said.probability());
        return new Sight(
                said.kind(),
                List.of(AnomalyEye.whole(
                        said.kind(),
                        picture.width(),
                        picture.height(),
                        said.probability(),
                        "it looks like %s, to %s".formatted(said.kind(), words))),
                words,
                Map.of("probability", said.probability()),
                Double.NaN,
                heat(said, picture));
    }

    /** The places that speak for the kind, the strongest brightest. */
    private static Sight.Heat heat(Classification said, ColourFrame picture) {
        float[] values = said.map();
        int side = (int) Math.round(Math.sqrt(values.length));
        double most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        var map = new AnomalyMap(side, side, values).stretched(picture.width(), picture.height());
        return new Sight.Heat(map, most > 0 ? most : 1);
    }
}
