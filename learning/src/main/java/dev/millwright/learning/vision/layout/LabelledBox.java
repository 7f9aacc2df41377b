package dev.millwright.learning.vision.layout;

import dev.millwright.vision.image.Box;

/**
 * What people have drawn around something in a picture.
 *
 * @param kind what it is, in their words
 * @param box around it, pixels
 */
public record LabelledBox(String kind, Box box) {
    public LabelledBox {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("A box without a kind\nName what it shows.");
        }
    }
}
