package dev.millwright.learning.vision;

import dev.millwright.vision.image.ColourFrame;

/**
 * A picture of a surface and what it shows.
 *
 * @param kind which of the kinds, from 0
 */
public record SurfacePicture(String name, ColourFrame picture, int kind) {}
