package dev.millwright.vision.detection;

import dev.millwright.vision.difference.Blob;
import dev.millwright.vision.image.Box;

/**
 * What a model says of a difference.
 *
 * @param label the likeliest kind of defect
 * @param probability that it is that
 * @param box as people would draw it
 * @param difference what was judged
 */
public record Judgement(String label, double probability, Box box, Blob difference) {}
