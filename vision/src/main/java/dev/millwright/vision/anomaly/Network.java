package dev.millwright.vision.anomaly;

/** A trained network that a detector looks through: one of features, or one that marks. It may be asked from many threads at once. */
public sealed interface Network extends AutoCloseable permits Backbone, Marker {
    /** The hash of its file. */
    String sha256();

    @Override
    void close();
}
