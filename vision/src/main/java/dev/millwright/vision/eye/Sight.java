package dev.millwright.vision.eye;

import dev.millwright.plant.Finding;
import dev.millwright.vision.anomaly.AnomalyMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an eye saw in a picture.
 *
 * @param said in a word: PASS, FAIL, or the kind that the picture shows
 * @param findings the surest first; whether one rejects the part is for those to say who know the part
 * @param words what speaks for it, for people; may be empty
 * @param figures the same, by name
 * @param distance how far the picture lies from good ones, as the share of held-out good ones that lie nearer, so that versions
 *     of a model agree on it; no number where the eye knows none
 * @param heat where, as large as the picture; null where boxes tell all
 */
public record Sight(
        String said,
        List<Finding> findings,
        String words,
        Map<String, Double> figures,
        double distance,
        @Nullable Heat heat) {

    /**
     * How much each place speaks for what was said.
     *
     * @param full the value that is drawn brightest
     */
    public record Heat(AnomalyMap map, double full) {}

    public Sight {
        findings = List.copyOf(findings);
        figures = Map.copyOf(figures);
    }

    static String verdict(List<Finding> findings) {
        return findings.isEmpty() ? "PASS" : "FAIL";
    }
}
