package dev.millwright.vision.image;

/** How samples of 16 bits become 8. */
public enum SixteenBit {
    /** 0 is black and 65,535 white: pictures stay comparable with one another. */
    FULL_RANGE,
    /**
     * The picture's own thousandth from below is black and from above white: for sensors of 10 or 12 bits whose samples lie at
     * the lower end. Exposure can no longer be judged on such a picture.
     */
    OWN_RANGE
}
