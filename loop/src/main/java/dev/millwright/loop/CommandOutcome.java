package dev.millwright.loop;

import dev.millwright.plant.event.Event;

/** What became of a person's wish. */
public sealed interface CommandOutcome {

    /** It is in the journal, and on its way. */
    record Accepted(Event event) implements CommandOutcome {}

    /** It contradicts what is known; the refusal says why. */
    record Refused(String why) implements CommandOutcome {}
}
