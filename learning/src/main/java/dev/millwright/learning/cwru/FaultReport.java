package dev.millwright.learning.cwru;

import dev.millwright.learning.failure.Confusion;

/**
 * How faults at one load are told apart by what was learned at the others; {@code Four} is normal, inner race, ball and outer
 * race, {@code Ten} each of the faults in each of its three sizes.
 *
 * @param testLoad speed at the load that is judged by, turns a minute
 * @param trainWindows how many were learned from, and {@code testWindows} judged by
 * @param nearestFour by the nearest centroid, as {@code nearestTen}
 * @param envelopeFour by the envelope's strongest fault line, learning nothing
 */
public record FaultReport(
        int testLoad,
        int trainWindows,
        int testWindows,
        Confusion four,
        Confusion ten,
        Confusion nearestFour,
        Confusion nearestTen,
        Confusion envelopeFour) {}
