package dev.millwright.learning.vision;

import dev.millwright.vision.image.Box;

/**
 * A thing that people have seen in a picture.
 *
 * @param kind which of the kinds, from 0
 * @param box around it, pixels
 */
public record KnownBox(int kind, Box box) {}
