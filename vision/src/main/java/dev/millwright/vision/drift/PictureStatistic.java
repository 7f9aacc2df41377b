package dev.millwright.vision.drift;

/** What is watched of a camera's pictures. */
public enum PictureStatistic {
    /** Mean grey value. */
    BRIGHTNESS,
    /** Standard deviation of the grey values. */
    CONTRAST,
    /** Logarithm of the share of contrast in edges. */
    SHARPNESS,
    /** How far a model's view of the picture lies from its views of good ones; not every camera has it. */
    EMBEDDING_DISTANCE
}
