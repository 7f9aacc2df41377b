package dev.millwright.scheduling.problem;

import java.util.List;

/**
 * What operations share beside machines: operators of one skill, tools of one kind.
 *
 * @param capacity how much of it there is at once
 * @param away windows in which there is none of it; an operation that stretches over breaks waits for its return
 */
public record Resource(String id, int capacity, List<Window> away) {
    public Resource {
        Check.name(id, "resource id");
        Check.that(
                capacity > 0,
                "Resource " + id + " has capacity " + capacity,
                "Give it one or more, or leave out the modes that need it.");
        away = List.copyOf(Window.merged(away));
    }

    /** So many of it, always there. */
    public static Resource of(String id, int capacity) {
        return new Resource(id, capacity, List.of());
    }

    /** This resource with these windows in which it is away. */
    public Resource away(Window... windows) {
        return new Resource(id, capacity, List.of(windows));
    }
}
