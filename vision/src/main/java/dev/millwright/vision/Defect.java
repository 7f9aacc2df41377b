package dev.millwright.vision;

import dev.millwright.vision.image.Box;

/** A defect that is known to be there: an annotation, or one the board generator made. */
public record Defect(DefectType type, Box box) {}
