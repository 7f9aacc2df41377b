package dev.millwright.vision.tiling;

import dev.millwright.vision.image.Box;

/**
 * Something found at a place.
 *
 * @param what it is, in whatever words the finder has
 * @param score how sure the finder is; of two views of the same thing the surer counts
 */
public record Region<T>(T what, Box box, double score) {}
