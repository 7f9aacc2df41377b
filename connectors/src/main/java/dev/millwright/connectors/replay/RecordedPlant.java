package dev.millwright.connectors.replay;

/** The plant behind a recording, as far as its files tell. */
public sealed interface RecordedPlant {

    /** A shipped plant, by its name. */
    record Shipped(String name) implements RecordedPlant {}

    /**
     * A plant drawn from the recording itself.
     *
     * @param name a short name, from the folder's
     * @param yaml its plant file
     */
    record Drawn(String name, String yaml) implements RecordedPlant {}
}
