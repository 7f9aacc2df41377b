package dev.millwright.plant;

/** How far a reading can be trusted, as OPC UA's status codes say it. */
public enum Quality {
    GOOD,
    UNCERTAIN,
    BAD
}
