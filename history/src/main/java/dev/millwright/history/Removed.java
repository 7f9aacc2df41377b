package dev.millwright.history;

/** How much retention took away. */
public record Removed(long samples, long events) {}
