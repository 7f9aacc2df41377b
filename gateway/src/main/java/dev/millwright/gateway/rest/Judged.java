package dev.millwright.gateway.rest;

import dev.millwright.gateway.Floor;
import dev.millwright.plant.Correction;
import dev.millwright.plant.event.Fact.FindingCorrected;
import dev.millwright.twin.EventQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people said of inspections: of each finding the last word, and every missed defect. */
final class Judged {

    private final Map<String, List<Correction>> said = new HashMap<>();

    /** Reads what was said since the first of these inspections. */
    static Judged of(Floor floor, List<Inspections.Told> told) {
        var judged = new Judged();
        if (told.isEmpty()) {
            return judged;
        }
        long first = told.stream().mapToLong(one -> one.event().offset()).min().orElse(0);
        var query =
                EventQuery.all().ofTypes(Inspections.CORRECTION).after(first).atMost(Inspections.MOST);
        for (var event : floor.events(query)) {
            if (event.fact() instanceof FindingCorrected fact) {
                judged.said
                        .computeIfAbsent(fact.inspection(), _ -> new ArrayList<>())
                        .add(fact.correction());
            }
        }
        return judged;
    }

    /** The last word about a finding; null when nobody spoke of it. */
    @Nullable
    Correction last(String inspection, int finding) {
        Correction last = null;
        for (var correction : said.getOrDefault(inspection, List.of())) {
            if (Integer.valueOf(finding).equals(correction.finding())) {
                last = correction;
            }
        }
        return last;
    }

    /** Defects of an inspection that were not found. */
    List<Correction> missed(String inspection) {
        return said.getOrDefault(inspection, List.of()).stream()
                .filter(correction -> correction.finding() == null)
                .toList();
    }
}
