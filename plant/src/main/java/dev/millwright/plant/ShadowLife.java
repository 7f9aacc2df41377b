package dev.millwright.plant;

/**
 * What a version in shadow says where the active one counts, in its own unit.
 *
 * @param low where the interval begins that holds nine lives in ten; {@code high} where it ends
 */
public record ShadowLife(String version, double expected, double low, double high, String unit) {}
