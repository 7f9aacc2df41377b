package dev.millwright.loop.quality;

import dev.millwright.plant.KnownDefect;
import dev.millwright.plant.event.Fact.PartInspected;
import java.util.List;

/** Corrected inspections as pictures to learn from. They stay until a person deletes them. */
interface CorrectedPictures {

    /** Whether this inspection's pictures belong here. */
    boolean takes(PartInspected fact);

    /** Whether pictures of an inspection lie here. */
    boolean has(PartInspected fact);

    /**
     * Puts the pictures on the disk, past all caches: what is said of them later can be used for certain.
     *
     * @param shelf where they lie so far
     * @return false when they are gone
     */
    boolean keep(PartInspected fact, PictureShelf shelf);

    /** Writes what is wrong with the part after all that was said of it. */
    void annotate(PartInspected fact, List<KnownDefect> defects);
}
