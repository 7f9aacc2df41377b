package dev.millwright.twin;

import dev.millwright.plant.PackMlCommand;
import java.time.Instant;

/** The command last sent to a machine. */
public record CommandRecord(PackMlCommand command, String by, Instant at) {}
