package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;

/**
 * What was learned from good images, before any threshold.
 *
 * @param framing what is shown of an image
 * @param projection of the features
 * @param bank of good patches
 * @param smoothing standard deviation by which the map is smoothed, places
 */
record Memory(Framing framing, Projection projection, MemoryBank bank, double smoothing) {
    Memory {
        if (projection.to() != bank.width()) {
            throw new IllegalArgumentException("%d components beside patches of %d\nTrain both together."
                    .formatted(projection.to(), bank.width()));
        }
    }

    /** How far each place of the image's picture lies from anything good. */
    AnomalyMap placed(Backbone backbone, ColourFrame image, View view) {
        var features = backbone.features(view.planes(image), view.width(), view.height());
        if (features.channels() != projection.from()) {
            throw new IllegalArgumentException(
                    "A backbone of %d channels, learned with one of %d\nName the backbone it was trained with."
                            .formatted(features.channels(), projection.from()));
        }
        var distances = bank.distances(projection.apply(features.values()));
        return new AnomalyMap(features.width(), features.height(), distances).smoothed(smoothing);
    }
}
