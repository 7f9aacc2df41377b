package dev.millwright.gateway;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;

/** A signal's history between two times, in about this many points. */
public record SeriesQuery(EquipmentId machine, String signal, Instant from, Instant to, int points) {}
