package dev.millwright.twin;

import java.time.Instant;

/** What a machine was told to take next. */
public record Dispatch(String lot, String operation, Instant at) {}
