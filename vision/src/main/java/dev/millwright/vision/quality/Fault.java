package dev.millwright.vision.quality;

/** Why a picture is not fit to be inspected; none of these is a defect of the part. */
public enum Fault {
    UNDEREXPOSED,
    OVEREXPOSED,
    LOW_CONTRAST,
    BLURRED,
    SHIFTED,
    WRONG_PRODUCT
}
