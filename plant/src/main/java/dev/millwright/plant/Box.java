package dev.millwright.plant;

/** An upright rectangle in an image, in pixels from its upper left corner. */
public record Box(int x, int y, int width, int height) {}
