package dev.millwright.plant;

/** One reason for a machine's health: how much it takes away (0 to 1) and the words to say so. */
public record HealthReason(String factor, double loss, String words) {}
