package dev.millwright.maintenance;

/** How soon somebody has to act. */
public enum Urgency {
    /** Keep running. */
    NONE,
    /** Look again at the next shift. */
    WATCH,
    /** Book a window before the lower bound of the remaining life. */
    PLAN,
    /** The next possible hour, or stop. */
    NOW
}
