package dev.millwright.vision.drift;

import dev.millwright.plant.Stability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a statistic has moved away from its reference.
 *
 * @param psi population stability index of the latest pictures against the reference
 * @param ks Kolmogorov-Smirnov distance of the same, from 0 to 1
 * @param pValue how likely chance alone is that far
 * @param since the time of the picture at which it was first seen, and it has been ever since; null while it is stable
 */
public record StatisticDrift(
        PictureStatistic statistic,
        double psi,
        double ks,
        double pValue,
        Stability stability,
        @Nullable Instant since) {}
