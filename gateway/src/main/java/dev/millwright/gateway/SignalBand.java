package dev.millwright.gateway;

/** Where a signal stood while its machine was well: its median and the standard deviation around it. */
public record SignalBand(String signal, double level, double deviation) {}
