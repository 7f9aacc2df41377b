package dev.millwright.twin;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Finding;
import dev.millwright.plant.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inspection as the twin remembers it. */
public record Inspection(
        String id,
        EquipmentId machine,
        String camera,
        String serial,
        Verdict verdict,
        List<Finding> findings,
        @Nullable String image,
        Instant at,
        long offset) {

    public Inspection {
        findings = List.copyOf(findings);
    }
}
