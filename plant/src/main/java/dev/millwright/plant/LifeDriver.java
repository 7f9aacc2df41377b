package dev.millwright.plant;

import org.jspecify.annotations.Nullable;

/**
 * What one signal does to a predicted life.
 *
 * @param signal the model's name for it; {@code wear} is all signals together, {@code age} how long the machine has run
 * @param share by how much it makes the life longer, or shorter, in the life's unit
 * @param deviation of late from what is usual, in standard deviations
 * @param value its latest; {@code null} where there is no one value
 * @param baseline what is usual as the machine is run now; {@code null} likewise
 * @param unit of both; empty for none
 * @param words the same for people
 */
public record LifeDriver(
        String signal,
        double share,
        double deviation,
        @Nullable Double value,
        @Nullable Double baseline,
        String unit,
        String words) {}
