package dev.millwright.loop.quality;

import dev.millwright.plant.Stability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a camera's pictures compare with those it was learned from.
 *
 * @param pictures seen since the loop runs
 * @param learnedFrom good pictures it was learned from, or will be once there are {@code needed}
 * @param stability of the measure that has moved most; null while the camera is being learned
 * @param measures those that enough pictures told, the one that moved most first
 */
public record CameraState(
        String camera,
        int widthPixels,
        int heightPixels,
        long pictures,
        int learnedFrom,
        int needed,
        @Nullable Stability stability,
        List<Measure> measures) {

    public CameraState {
        measures = List.copyOf(measures);
    }

    /**
     * How far a measure of the latest pictures has moved.
     *
     * @param measure such as {@code BRIGHTNESS}
     * @param stabilityIndex population stability index: moderate from 0.1, large above 0.25
     * @param pValue how likely chance alone is that far, by Kolmogorov and Smirnov
     * @param since when it was first seen to be so; null while stable
     */
    public record Measure(
            String measure,
            double stabilityIndex,
            double pValue,
            Stability verdict,
            @Nullable Instant since) {}
}
