package dev.millwright.vision;

import dev.millwright.plant.Severity;
import dev.millwright.vision.image.Offset;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an inspection found.
 *
 * @param findings the surest first
 * @param verdict FAIL with any finding
 * @param offset how far the image lay from its template
 * @param mismatch the fraction of pixels that differ once aligned; high values mean a wrong template
 * @param elapsed how long it took
 */
public record Inspection(List<Finding> findings, Verdict verdict, Offset offset, double mismatch, Duration elapsed) {
    /** Whether the board may go on. */
    public enum Verdict {
        PASS,
        FAIL
    }

    public Inspection {
        findings = List.copyOf(findings);
    }

    /** The worst severity among the findings; empty when there are none. */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).max(Comparator.naturalOrder());
    }
}
