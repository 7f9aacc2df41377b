package dev.millwright.scheduling.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine that does one thing at a time.
 *
 * @param setupState the family it is set up for now; null when unknown or without meaning, then the first operation
 *     needs no setup
 * @param down windows in which nothing may happen on it: shifts off, failures with their repair estimate
 * @param availableFrom nothing new starts on it before
 */
public record Machine(String id, @Nullable String setupState, List<Window> down, long availableFrom) {
    public Machine {
        Check.name(id, "machine id");
        down = List.copyOf(Window.merged(down));
    }

    /** A machine that is always there. */
    public static Machine of(String id) {
        return new Machine(id, null, List.of(), Long.MIN_VALUE);
    }

    /** This machine, set up for a family. */
    public Machine setUpFor(String family) {
        return new Machine(id, family, down, availableFrom);
    }

    /** This machine with these windows in which it is down. */
    public Machine down(Window... windows) {
        return new Machine(id, setupState, List.of(windows), availableFrom);
    }
}
