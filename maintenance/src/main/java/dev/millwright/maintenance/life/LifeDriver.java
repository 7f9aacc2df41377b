package dev.millwright.maintenance.life;

/**
 * What one signal does to an estimate.
 *
 * @param signal its name; "wear" is all signals together
 * @param share by how much it makes the expected life longer, or shorter
 * @param deviation how far its recent mean is from what is usual, in standard deviations; of wear its recent mean itself, and
 *     of age the age
 */
public record LifeDriver(String signal, double share, double deviation) {}
