package dev.millwright.scheduling.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine that does one thing at a time, or a subcontractor who takes whatever comes.
 *
 * @param setupState the family it is set up for now; null when unknown or without meaning, then the first operation
 *     needs no setup
 * @param down windows in which nothing may happen on it and over which nothing stretches: failures, planned stops
 * @param availableFrom nothing new starts on it before
 * @param breaks windows in which nobody works it: nights, holidays, lunch. Operations that may stretch are interrupted
 *     by them and go on afterwards; the others and every setup lie between them
 * @param unlimited whether it does any number of operations at once, without setups
 * @param power what it draws while it works, in the unit that the {@link Tariff} charges
 */
public record Machine(
        String id,
        @Nullable String setupState,
        List<Window> down,
        long availableFrom,
        List<Window> breaks,
        boolean unlimited,
        long power) {
    public Machine {
        Check.name(id, "machine id");
        Check.that(power >= 0, "Machine " + id + " draws " + power, "Use a power of zero or more.");
        down = List.copyOf(Window.merged(down));
        breaks = List.copyOf(Window.merged(breaks));
    }

    /** A machine without breaks. */
    public Machine(String id, @Nullable String setupState, List<Window> down, long availableFrom) {
        this(id, setupState, down, availableFrom, List.of(), false, 0);
    }

    /** A machine that is always there. */
    public static Machine of(String id) {
        return new Machine(id, null, List.of(), Long.MIN_VALUE);
    }

    /** A house that takes any number of operations at once. */
    public static Machine subcontractor(String id) {
        return new Machine(id, null, List.of(), Long.MIN_VALUE, List.of(), true, 0);
    }

    /** This machine, set up for a family. */
    public Machine setUpFor(String family) {
        return new Machine(id, family, down, availableFrom, breaks, unlimited, power);
    }

    /** This machine with these windows in which it is down. */
    public Machine down(Window... windows) {
        return new Machine(id, setupState, List.of(windows), availableFrom, breaks, unlimited, power);
    }

    /** This machine, out of order until a time. */
    public Machine availableFrom(long time) {
        return new Machine(id, setupState, down, time, breaks, unlimited, power);
    }

    /** This machine with these windows in which nobody works it. */
    public Machine breaks(List<Window> windows) {
        return new Machine(id, setupState, down, availableFrom, windows, unlimited, power);
    }

    /** This machine with these windows in which nobody works it. */
    public Machine breaks(Window... windows) {
        return breaks(List.of(windows));
    }

    /** This machine drawing power while it works. */
    public Machine drawing(long units) {
        return new Machine(id, setupState, down, availableFrom, breaks, unlimited, units);
    }
}
