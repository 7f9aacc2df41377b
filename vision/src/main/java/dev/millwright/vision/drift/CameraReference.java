package dev.millwright.vision.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * What a camera's pictures were like when all was well.
 *
 * @param windowPictures the latest so many pictures, up to twice as many, are held against it
 */
public record CameraReference(int windowPictures, List<StatisticReference> statistics) {
    /** Fewer pictures say little about how they are spread. */
    public static final int LEAST_PICTURES = 50;

    public CameraReference {
        statistics = List.copyOf(statistics);
        if (windowPictures < 20) {
            throw new IllegalArgumentException("windowPictures " + windowPictures + "\nGive at least 20.");
        }
    }

    /** Learns from pictures in the order they were taken; the embedding distance counts if all of them have it. */
    public static CameraReference of(List<PictureSample> pictures, int windowPictures) {
        if (pictures.size() < LEAST_PICTURES) {
            throw new IllegalArgumentException(
                    pictures.size() + " pictures\nGive at least " + LEAST_PICTURES + " to hold later ones against.");
        }
        var statistics = new ArrayList<StatisticReference>();
        for (var statistic : PictureStatistic.values()) {
            double[] values = pictures.stream()
                    .mapToDouble(picture -> picture.value(statistic))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length == pictures.size()) {
                statistics.add(StatisticReference.of(statistic, values, windowPictures));
            }
        }
        return new CameraReference(windowPictures, statistics);
    }
}
