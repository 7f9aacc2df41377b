package dev.millwright.loop.quality;

import org.jspecify.annotations.Nullable;

/**
 * Where an inspection's pictures lie, relative to the folder of inspections.
 *
 * @param shown with its marks, or small for a part that passed
 * @param picture as it came
 * @param template as it came; null where none did
 * @param heat what to lay over the picture; null where none was made
 */
public record Kept(
        String shown,
        String picture,
        @Nullable String template,
        @Nullable String heat) {}
