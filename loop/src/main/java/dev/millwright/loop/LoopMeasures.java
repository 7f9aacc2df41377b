package dev.millwright.loop;

/** What the loop could not keep up with. */
public record LoopMeasures(long framesDropped, long framesUnreadable, long partsUnshadowed, long readingsSkipped) {}
