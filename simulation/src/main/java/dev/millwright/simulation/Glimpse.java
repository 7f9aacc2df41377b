package dev.millwright.simulation;

import dev.millwright.plant.Camera;
import java.time.Instant;
import java.util.List;

/** What a camera saw of a part, before it is painted. */
record Glimpse(Camera camera, String serial, Instant time, long seed, List<String> defects) {}
