package dev.millwright.gateway.plans;

import java.util.Locale;

/** How far the search for a draft is. */
public enum DraftState {
    WAITING,
    SEARCHING,
    DONE,
    CANCELLED,
    FAILED,
    INFEASIBLE;

    /** True when nothing more is found. */
    public boolean isFinal() {
        return this != WAITING && this != SEARCHING;
    }

    /** As it goes over the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
