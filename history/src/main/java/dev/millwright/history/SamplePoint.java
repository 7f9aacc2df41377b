package dev.millwright.history;

import dev.millwright.plant.Quality;
import java.time.Instant;

/** One sample as it was stored. */
public record SamplePoint(Instant time, double value, Quality quality) {}
