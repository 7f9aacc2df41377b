package dev.millwright.loop.quality;

/**
 * An earlier finding that is like the one asked about.
 *
 * @param offset of the event that tells of the inspection
 * @param distance 0 for the same, 1 for nothing in common
 */
public record SimilarCase(String inspection, long offset, int finding, double distance) {}
