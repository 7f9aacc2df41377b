package dev.millwright.plant;

/** A place in an image, in pixels to the right of and below its upper left corner. */
public record Point(double x, double y) {}
