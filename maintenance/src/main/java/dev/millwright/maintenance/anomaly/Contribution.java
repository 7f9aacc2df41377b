package dev.millwright.maintenance.anomaly;

/**
 * What one signal has to say in a joint score.
 *
 * @param share of what the signals say, from 0 to 1
 * @param deviation its moving average in deviations from its own level, with sign
 */
public record Contribution(String signal, double share, double deviation) {}
