package dev.millwright.vision.quality;

/** Whether a picture may be inspected. */
public sealed interface PictureVerdict {
    /** What was measured. */
    PictureMeasures measures();

    /** It may. */
    record Fit(PictureMeasures measures) implements PictureVerdict {}

    /**
     * It may not.
     *
     * @param measured the value that speaks against it, and {@code limit} the one it should have kept
     * @param reason in words, with both values, and on a second line a likely cure
     */
    record Refused(Fault fault, double measured, double limit, String reason, PictureMeasures measures)
            implements PictureVerdict {}
}
