package dev.millwright.inference;

/** Whether a model's answers count. */
public enum ModelState {
    /** The one version of a name whose answers count. */
    ACTIVE,
    /** Runs beside the active one for comparison only. */
    SHADOW
}
