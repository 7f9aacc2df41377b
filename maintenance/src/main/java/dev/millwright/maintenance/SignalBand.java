package dev.millwright.maintenance;

/**
 * Where a signal stood while its machine was well.
 *
 * @param level the median
 * @param deviation the standard deviation around it
 */
public record SignalBand(String signal, double level, double deviation) {}
