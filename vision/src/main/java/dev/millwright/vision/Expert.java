package dev.millwright.vision;

import dev.millwright.vision.difference.Comparison;
import java.util.List;

/** Says what the differences between a board and its template are. */
interface Expert {
    /** What it finds, however unsure. */
    List<Finding> findings(Comparison comparison);
}
