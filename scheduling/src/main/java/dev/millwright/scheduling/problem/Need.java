package dev.millwright.scheduling.problem;

/** How much of a secondary resource an operation holds from its start to its end. */
public record Need(String resourceId, int amount) {
    public Need {
        Check.name(resourceId, "resource id");
        Check.that(
                amount > 0,
                "The need of " + resourceId + " is " + amount,
                "Ask for one or more, or leave the need out.");
    }
}
