package dev.millwright.vision.detection;

import dev.millwright.vision.image.Box;

/**
 * How far the box that people would draw reaches beyond the differing pixels, on each side, in pixels.
 */
public record Margins(float left, float top, float right, float bottom) {
    /** Pixels that a model counts as 1. */
    public static final float UNIT_PX = 16;

    /** What lies between a tight box and a drawn one. */
    public static Margins between(Box tight, Box drawn) {
        return new Margins(
                tight.left() - drawn.left(),
                tight.top() - drawn.top(),
                drawn.right() - tight.right(),
                drawn.bottom() - tight.bottom());
    }

    /** The box around a tight one, cut at the image's edges and never smaller than a pixel. */
    public Box around(Box tight, int width, int height) {
        int from = Math.clamp(Math.round(tight.left() - left), 0, width - 1);
        int above = Math.clamp(Math.round(tight.top() - top), 0, height - 1);
        return new Box(
                from,
                above,
                Math.clamp(Math.round(tight.right() + right), from + 1, width),
                Math.clamp(Math.round(tight.bottom() + bottom), above + 1, height));
    }
}
