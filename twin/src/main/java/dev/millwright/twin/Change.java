package dev.millwright.twin;

import dev.millwright.plant.event.Event;

/** One step of the twin: the event, and the state right before and right after it. */
public record Change(Event event, TwinState before, TwinState after) {}
