package dev.millwright.vision.dense;

import dev.millwright.vision.image.Box;

/**
 * A thing that a network found in a picture.
 *
 * @param label what it is
 * @param probability that it is that
 * @param box around it, pixels
 */
public record Detection(String label, double probability, Box box) {}
