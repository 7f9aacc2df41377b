package dev.millwright.plant;

/**
 * A defect an inspection found.
 *
 * @param type the defect's name, such as {@code open} or {@code short}
 * @param areaPixels how large it is
 * @param probability from 0 to 1
 * @param location in words, such as {@code upper left}
 * @param reason what the inspector saw
 */
public record Finding(
        String type, Severity severity, Box box, int areaPixels, double probability, String location, String reason) {}
