package dev.millwright.connectors.sparkplug;

/** Where a host application stands with an edge node. */
public enum NodePhase {
    /** Nothing, or nothing that can be understood without a birth, was heard of it. */
    AWAITING_BIRTH,
    /** Born, and no message missing since. */
    ONLINE,
    /** A message is missing: a rebirth was asked for, and what arrives meanwhile is used. */
    CATCHING_UP,
    /** Dead by its own will. */
    OFFLINE
}
