package dev.millwright.plant;

import java.time.Instant;

/**
 * Why a trained model does not say how long a machine will last.
 *
 * @param model name and version of the one that should
 * @param since from when on nothing was known
 * @param why in words, with the signal named
 */
public record LifeUnknown(String model, String version, Instant since, String why) {}
