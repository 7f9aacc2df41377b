package dev.millwright.twin;

import dev.millwright.plant.PackMlState;
import org.jspecify.annotations.Nullable;

/** A state as a machine reported it, with its own word for the cause. */
public record Reported(PackMlState state, @Nullable String cause) {}
