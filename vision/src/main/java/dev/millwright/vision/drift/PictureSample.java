package dev.millwright.vision.drift;

import dev.millwright.vision.quality.PictureMeasures;

/**
 * A picture as drift sees it.
 *
 * @param embeddingDistance how far a model's view of it lies from its views of good pictures; no number where there is no model
 */
public record PictureSample(double brightness, double contrast, double sharpness, double embeddingDistance) {
    /** A picture no model has looked at. */
    public static PictureSample of(PictureMeasures measures) {
        return of(measures, Double.NaN);
    }

    /** A picture and how far a model finds it from good ones. */
    public static PictureSample of(PictureMeasures measures, double embeddingDistance) {
        return new PictureSample(measures.brightness(), measures.contrast(), measures.sharpness(), embeddingDistance);
    }

    double value(PictureStatistic statistic) {
        return switch (statistic) {
            case BRIGHTNESS -> brightness;
            case CONTRAST -> contrast;
            case SHARPNESS -> sharpness;
            case EMBEDDING_DISTANCE -> embeddingDistance;
        };
    }
}
