package dev.millwright.loop.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an inspection.
 *
 * @param shown with its marks, or small for a part that passed
 * @param picture as it came
 * @param template as it came; null where none did
 * @param heat a PNG to lay over the picture; null where none was made
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the disk
public record InspectionPictures(byte[] shown, byte[] picture, byte @Nullable [] template, byte @Nullable [] heat) {}
