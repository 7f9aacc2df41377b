package dev.millwright.vision.anomaly;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;

/** How unlike anything good each place of an image is, told one way or another. */
sealed interface Look permits Recall, Marker, Tiled {
    /** What it looks through. */
    Network network();

    /** What of an image it looks at. */
    View view(Frame image);

    /** A map over the view. */
    AnomalyMap placed(ColourFrame image, View view);

    /** Pixels on a side of the tiles in which it looks; 0 when it looks at an image as a whole. */
    default int tilePx() {
        return 0;
    }

    /** How many good patches it remembers; 0 when it tells by a network that marks. */
    int patches();

    /** What no place of a map exceeds. */
    default double most() {
        return Double.POSITIVE_INFINITY;
    }

    /** A map over what it looks at. */
    default AnomalyMap placed(ColourFrame image) {
        return placed(image, view(image.grey()));
    }
}
