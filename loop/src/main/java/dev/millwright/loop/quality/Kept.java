package dev.millwright.loop.quality;

/**
 * Where an inspection's pictures lie, relative to the folder of inspections.
 *
 * @param shown with its marks, or small for a part that passed
 * @param picture as it came
 * @param template as it came
 */
public record Kept(String shown, String picture, String template) {}
